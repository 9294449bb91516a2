using CuratorBot.Condition;
using CuratorBot.Data;
using CuratorBot.Messaging.Sending;

namespace CuratorBot.Tests.Sending;

/// <summary>The disk takes no marks while messages are sent.</summary>
public sealed class MarksTests
{
    private const int InFlight = 3;

    private static readonly StorageException Full = new("It is full.", new IOException("No space left."));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void While_nothing_can_be_marked_as_sent_no_more_is_sent_than_a_kill_may_repeat(bool onlyReads)
    {
        using var bench = OutboxBench.Started();
        bench.Desk.Refuses = Full;
        for (var chat = 1; chat <= 50; chat++)
            Say(bench, chat, onlyReads);
        bench.Advance(5);
        Assert.Equal(Severity.Passing, Assert.Single(bench.Troubles.Now).Severity);
        bench.Advance(600);

        Assert.Equal(InFlight, bench.Channel.Requests.Count);
        var trouble = Assert.Single(bench.Troubles.Now);
        Assert.Equal((Marks.Part, Severity.NeedsPerson), (trouble.Part, trouble.Severity));

        bench.Desk.Refuses = null;
        bench.Advance(60);
        Assert.All(Enumerable.Range(1, 50), chat => Assert.Equal(1, bench.Channel.CountOf(chat)));
        Assert.Equal(onlyReads ? 0 : 50, bench.Desk.Sent);
        Assert.Equal(onlyReads ? 50 : 0, bench.Desk.DoneQuestions.Count);
        Assert.Empty(bench.Troubles.Now);
    }

    [Fact]
    public void A_disk_that_is_full_in_the_middle_makes_a_restart_repeat_three_at_most()
    {
        using var bench = OutboxBench.Started();
        for (var chat = 1; chat <= 300; chat++)
            bench.Say(chat);
        bench.Advance(2);
        bench.Desk.Refuses = Full;
        bench.Advance(12);
        var before = bench.Channel.Requests.Select(request => request.ChatId).ToHashSet();
        Assert.InRange(before.Count, bench.Desk.Sent, bench.Desk.Sent + InFlight);
        bench.Desk.Refuses = null;

        using var next = bench.Restart();
        next.Advance(60);

        Assert.InRange(next.Channel.Requests.Count(request => before.Contains(request.ChatId)), 1, InFlight);
        Assert.Equal(300, next.Desk.Sent);
    }

    [Fact]
    public void A_stop_waits_a_little_for_marks_that_cannot_be_stored()
    {
        using var bench = OutboxBench.Started();
        bench.Desk.Refuses = Full;
        bench.Say(1);
        bench.Advance(1);

        var stopping = bench.Outbox.Stop(CancellationToken.None);
        bench.Advance(4);
        Assert.False(stopping.IsCompleted);
        bench.Advance(2);

        Assert.True(stopping.IsCompletedSuccessfully);
    }

    [Fact]
    public void Also_with_room_for_more_nothing_is_sent_until_the_one_mark_that_failed_is_on_disk()
    {
        using var bench = OutboxBench.Started(new SendingOptions { InFlight = 100 });
        bench.Say(1);
        bench.Desk.Refuses = Full;
        bench.Advance(0.1);
        for (var chat = 2; chat <= 50; chat++)
            bench.Say(chat);
        bench.Advance(60);
        Assert.Single(bench.Channel.Requests);

        bench.Desk.Refuses = null;
        bench.Advance(60);
        Assert.Equal(50, bench.Channel.Requests.Count);
    }

    [Fact]
    public void The_disk_is_asked_again_with_pauses()
    {
        using var bench = OutboxBench.Started();
        var asked = 0;
        bench.Desk.Asked = () => asked++;
        bench.Desk.Refuses = Full;
        bench.Say(1);
        bench.Advance(600);

        Assert.InRange(asked, 60, 70);
    }

    [Fact]
    public void A_mark_that_no_disk_would_take_holds_up_nobody_for_long()
    {
        using var bench = OutboxBench.Started();
        bench.Desk.Refuses = new InvalidOperationException("The mark itself is wrong.");
        bench.Say(1);
        bench.Advance(0.2);
        bench.Say(2);
        bench.Advance(1);
        Assert.Single(bench.Channel.Requests);

        bench.Advance(1);
        Assert.Equal(2, bench.Channel.Requests.Count);
    }

    private static void Say(OutboxBench bench, long chat, bool onlyReads)
    {
        if (onlyReads)
            _ = bench.Answer(chat, question: chat);
        else
            bench.Say(chat);
    }
}
