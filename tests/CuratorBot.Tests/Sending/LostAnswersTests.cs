using CuratorBot.Host.Tests.Support;
using CuratorBot.Messaging;
using CuratorBot.Messaging.Sending;

namespace CuratorBot.Tests.Sending;

/// <summary>Messages arrive, and the answer that says so does not.</summary>
public sealed class LostAnswersTests
{
    private static readonly DeliveryOutcome Lost = new DeliveryOutcome.Ambiguous("cut off");

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_message_whose_answer_is_always_lost_comes_twice_and_the_next_one_goes_on(bool onlyReads)
    {
        using var bench = OutboxBench.Started();
        bench.Channel.Answers = chat => chat == 1 ? Lost : null;
        var answered = onlyReads ? bench.Answer(1, question: 7) : Task.CompletedTask;
        var row = onlyReads ? null : bench.Say(1);
        bench.Advance(600);

        Assert.Equal(2, bench.Channel.Requests.Count);
        Assert.True(answered.IsCompleted);
        Assert.Equal(onlyReads ? [7] : [], bench.Desk.DoneQuestions);
        if (row is not null)
            Assert.Equal(OutboxState.Failed, bench.Desk.Find(row.Id)!.State);

        bench.Channel.Answers = _ => null;
        bench.Say(1);
        bench.Advance(10);
        Assert.Equal(3, bench.Channel.Requests.Count);
    }

    [Fact]
    public void Of_ten_thousand_with_every_twentieth_answer_lost_none_is_missing_and_none_comes_a_third_time()
    {
        using var bench = OutboxBench.Started(
            new SendingOptions
            {
                MessagesPerSecond = 1000,
                MessagesPerSecondPerChat = 1000,
                InFlight = 100,
            }
        );
        var dice = new Dice(12);
        bench.Channel.Answers = _ => dice.Below(20) == 0 ? Lost : null;
        for (var chat = 1; chat <= 10_000; chat++)
            bench.Say(chat);
        bench.Advance(3600);

        Assert.Equal(0, bench.Outbox.Pending);
        Assert.All(Enumerable.Range(1, 10_000), chat => Assert.InRange(bench.Channel.CountOf(chat), 1, 2));
    }

    [Fact]
    public void What_hangs_when_the_bot_is_killed_is_said_once_more_as_a_repetition_and_never_again()
    {
        using var bench = OutboxBench.Started();
        bench.Channel.Takes = _ => null;
        bench.Say(1, Lane.Broadcast, "Срок завтра");
        bench.Advance(2);

        using var second = bench.Restart(takes: _ => null);
        second.Advance(2);
        Assert.StartsWith("(повтор)", Assert.Single(second.Channel.Requests).Message.Text.Text);

        using var third = second.Restart();
        third.Advance(60);
        Assert.Empty(third.Channel.Requests);
        Assert.Equal(0, third.Outbox.Pending);
    }

    [Fact]
    public void An_answer_that_hangs_at_every_kill_is_said_once_more_and_never_again()
    {
        using var bench = OutboxBench.Started();
        bench.Channel.Takes = _ => null;
        _ = bench.Answer(1, question: 7, parts: 2);
        bench.Advance(2);
        Assert.Equal([7], bench.Desk.DoneQuestions); // no restart asks it again

        using var second = bench.Restart(takes: _ => null);
        second.Advance(2);
        var repeated = Assert.Single(second.Channel.Requests).Message.Id;
        Assert.Equal(bench.Channel.Requests[0].Message.Id, repeated);

        using var third = second.Restart();
        third.Advance(60);
        Assert.NotEqual(repeated, Assert.Single(third.Channel.Requests).Message.Id); // the other part, for the first time
        Assert.Equal(0, third.Outbox.Pending);
    }

    [Fact]
    public void What_hung_and_arrived_all_the_same_has_nothing_noted_against_it()
    {
        using var bench = OutboxBench.Started();
        bench.Channel.Takes = _ => TimeSpan.FromSeconds(5);
        var row = bench.Say(1);
        bench.Advance(3);
        Assert.True(bench.Desk.Find(row.Id)!.MayHaveArrived);
        bench.Advance(3);

        var stored = bench.Desk.Find(row.Id)!;
        Assert.Equal((OutboxState.Sent, false, null), (stored.State, stored.MayHaveArrived, stored.Error));
    }

    [Fact]
    public void What_hung_and_was_then_refused_is_no_repetition()
    {
        using var bench = OutboxBench.Started();
        bench.Channel.Takes = _ => TimeSpan.FromSeconds(5);
        bench.Channel.Answers = _ => new DeliveryOutcome.NotSent("HTTP 502");
        var row = bench.Say(1, Lane.Broadcast, "Срок завтра");
        bench.Advance(3);
        Assert.True(bench.Desk.Find(row.Id)!.MayHaveArrived);
        bench.Advance(2.5);
        Assert.False(bench.Desk.Find(row.Id)!.MayHaveArrived);

        using var next = bench.Restart();
        next.Advance(10);
        Assert.Equal("Срок завтра", Assert.Single(next.Channel.Requests).Message.Text.Text);
    }
}
