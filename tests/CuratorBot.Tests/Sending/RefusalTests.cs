using CuratorBot.Condition;
using CuratorBot.Host.Tests.Support;
using CuratorBot.Messaging;
using CuratorBot.Messaging.Sending;

namespace CuratorBot.Tests.Sending;

/// <summary>The messenger answers 429: «too many requests, retry after so many seconds».</summary>
public sealed class RefusalTests
{
    private static readonly SendingOptions Fast = new() { MessagesPerSecond = 1000, InFlight = 3 };

    [Fact]
    public void A_refusal_in_one_chat_pauses_that_chat_and_nobody_else()
    {
        using var bench = OutboxBench.Started();
        RefuseOnce(bench, 1, seconds: 5);
        bench.Say(1);
        bench.Advance(0.5);
        bench.Say(1);
        bench.Say(2);
        bench.Advance(1);
        Assert.Equal(1, bench.Channel.CountOf(2));
        bench.Advance(3.5);
        Assert.Equal(1, bench.Channel.CountOf(1));

        bench.Advance(5);
        Assert.Equal(3, bench.Channel.CountOf(1)); // the refused one again, then the second
        Assert.Empty(bench.Troubles.Now);
    }

    [Fact]
    public void A_second_refusal_in_another_chat_meanwhile_pauses_the_whole_bot()
    {
        using var bench = OutboxBench.Started();
        RefuseOnce(bench, 1, seconds: 5);
        bench.Say(1);
        bench.Advance(1);
        RefuseOnce(bench, 2, seconds: 20);
        bench.Say(2);
        bench.Advance(1);
        bench.Say(3);
        bench.Outbox.AnswerPress(bench.Channel.Name, "press", null);
        bench.Advance(18);
        Assert.Equal([1L, 2L], bench.Channel.Requests.Select(request => request.ChatId));
        Assert.Equal(0, bench.Channel.Presses);

        bench.Advance(10);
        Assert.Equal([1L, 1L, 2L, 2L, 3L], bench.Channel.Requests.Select(request => request.ChatId).Order());
    }

    [Fact]
    public void A_refusal_of_what_is_meant_for_no_chat_pauses_the_whole_bot_at_once()
    {
        using var bench = OutboxBench.Started();
        bench.Channel.AnswersPresses = new DeliveryOutcome.RetryAfter(TimeSpan.FromSeconds(20));
        bench.Outbox.AnswerPress(bench.Channel.Name, "press", null);
        bench.Say(1);
        bench.Advance(20);
        Assert.Empty(bench.Channel.Requests);
        bench.Advance(2);
        Assert.Single(bench.Channel.Requests);
    }

    [Theory]
    [InlineData(1, 2, true)]
    [InlineData(1, 1, false)]
    public void An_hour_of_silence_is_told_outlives_a_restart_and_loses_nothing(
        long one,
        long other,
        bool isOfTheBot
    )
    {
        using var bench = OutboxBench.Started();
        bench.Channel.Answers = _ => new DeliveryOutcome.RetryAfter(TimeSpan.FromHours(1));
        bench.Say(one);
        bench.Advance(1);
        bench.Say(other);
        bench.Advance(1);
        var began = isOfTheBot ? 2 : 1;
        Assert.Equal(began, bench.Channel.Requests.Count);
        var told = bench.Troubles.Now.Select(trouble => (trouble.Part, trouble.Severity));
        Assert.Contains(
            isOfTheBot ? ("sending:bot", Severity.NeedsPerson) : ("sending:chats", Severity.Passing),
            told
        );

        using var next = bench.Restart();
        Assert.NotEmpty(next.Troubles.Now);
        next.Advance(3500);
        Assert.Empty(next.Channel.Requests);
        next.Advance(400);
        Assert.Equal(2, next.Desk.Sent);
        Assert.Empty(next.Troubles.Now);
        Assert.Empty(next.Desk.Pauses());
    }

    [Theory]
    [InlineData(-240)]
    [InlineData(-7 * 24 * 3600)]
    public void A_clock_that_is_set_back_makes_no_pause_longer(double seconds)
    {
        using var bench = OutboxBench.Started();
        RefuseOnce(bench, 1, seconds: 60);
        bench.Say(1);
        bench.Advance(1);
        bench.Time.Set = TimeSpan.FromSeconds(seconds);

        using var next = bench.Restart();
        next.Advance(64);
        Assert.Equal(1, next.Desk.Sent);
    }

    [Fact]
    public void While_every_fiftieth_call_is_refused_no_call_falls_into_a_pause_and_all_arrive()
    {
        using var bench = OutboxBench.Started(Fast);
        var (dice, calls) = (new Dice(19), 0);
        var ofChat = new Dictionary<long, TimeSpan>();
        var (ofBot, inPauses) = (TimeSpan.Zero, 0);
        bench.Channel.Takes = _ => TimeSpan.FromSeconds(0.05);
        bench.Channel.Answers = chat =>
        {
            var now = bench.Time.Elapsed;
            if (now < ofBot || now < ofChat.GetValueOrDefault(chat))
                inPauses++;
            if (++calls % 50 != 0)
                return null;
            var pause = TimeSpan.FromSeconds(1 + dice.Below(60));
            // The refusal is known when its answer comes; what began before that cannot respect it.
            var (from, until) = (now + TimeSpan.FromSeconds(0.05), now + pause);
            bench.Time.After(
                from - now,
                () =>
                {
                    if (ofChat.Any(other => other.Key != chat && other.Value > from))
                        ofBot = until > ofBot ? until : ofBot;
                    ofChat[chat] = until;
                }
            );
            return new DeliveryOutcome.RetryAfter(pause);
        };
        for (var chat = 1; chat <= 5000; chat++)
            bench.Say(chat, Lane.Broadcast);
        bench.Advance(24 * 3600);

        Assert.Equal(5000, bench.Desk.Sent);
        Assert.Equal(0, inPauses);
    }

    [Fact]
    public void While_one_chat_is_paused_replies_to_others_go_out_within_2_seconds()
    {
        using var bench = OutboxBench.Started();
        RefuseOnce(bench, 1, seconds: 5);
        bench.Say(1);
        bench.Advance(0.2);
        var began = bench.Time.Elapsed;
        for (var chat = 2; chat <= 21; chat++)
            bench.Say(chat);
        bench.Advance(4);

        var waits = bench.Channel.Requests.Where(request => request.ChatId > 1).Select(one => one.At - began);
        Assert.Equal(20, waits.Count());
        Assert.All(waits, wait => Assert.InRange(wait.TotalSeconds, 0, 2));
    }

    private static void RefuseOnce(OutboxBench bench, long chat, int seconds)
    {
        var refused = false;
        bench.Channel.Answers = asked =>
        {
            if (asked != chat || refused)
                return null;
            refused = true;
            return new DeliveryOutcome.RetryAfter(TimeSpan.FromSeconds(seconds));
        };
    }
}
