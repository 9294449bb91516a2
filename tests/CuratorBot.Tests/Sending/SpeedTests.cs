using CuratorBot.Messaging;
using CuratorBot.Messaging.Sending;

namespace CuratorBot.Tests.Sending;

/// <summary>Half as fast after a refusal of the bot, and then one message a second more each minute.</summary>
public sealed class SpeedTests
{
    [Fact]
    public void It_halves_at_a_refusal_and_grows_by_one_a_minute_until_it_is_full_again()
    {
        var speed = new Speed(25);
        Assert.Equal(25, speed.At(Minutes(5)));

        speed.Halve(startedAt: Minutes(5), now: Minutes(5));
        Assert.Equal(
            [12.5, 12.5, 13.5, 14.5, 24.5, 25, 25],
            new[] { 5, 5.99, 6, 7, 17, 18, 100 }.Select(minute => speed.At(Minutes(minute)))
        );
        speed.Halve(Minutes(100), Minutes(100));
        speed.Halve(Minutes(102), Minutes(102));
        Assert.Equal(7.25, speed.At(Minutes(102)));
    }

    [Fact]
    public void Requests_that_were_under_way_together_halve_it_once()
    {
        var speed = new Speed(25);
        speed.Halve(startedAt: Minutes(4.99), now: Minutes(5));
        speed.Halve(startedAt: Minutes(4.99), now: Minutes(5.01));

        Assert.Equal(12.5, speed.At(Minutes(5.02)));
    }

    [Fact]
    public void It_never_falls_below_one_a_second_or_what_was_set()
    {
        var (speed, slow) = (new Speed(25), new Speed(0.5));
        for (var minute = 1; minute < 20; minute++)
        {
            speed.Halve(Minutes(minute / 10.0), Minutes(minute / 10.0));
            slow.Halve(Minutes(minute / 10.0), Minutes(minute / 10.0));
        }

        Assert.Equal(1, speed.At(Minutes(1.9)));
        Assert.Equal(0.5, slow.At(Minutes(1.9)));
    }

    [Fact]
    public void Where_the_bot_is_only_suspected_it_is_half_as_fast_until_then()
    {
        var speed = new Speed(25);
        speed.Suspect(Minutes(1));

        Assert.Equal((12.5, 25), (speed.At(Minutes(0.9)), speed.At(Minutes(1))));
    }

    [Fact]
    public void Messages_go_out_at_half_the_speed_after_the_bot_was_refused()
    {
        using var bench = OutboxBench.Started();
        bench.Outbox.NoteRefused(bench.Channel.Name, TimeSpan.FromSeconds(1));
        for (var chat = 1; chat <= 2000; chat++)
            bench.Say(chat, Lane.Broadcast);

        bench.Advance(2);
        Assert.InRange(SentIn(bench, 50), 620, 630); // 12.5 a second
        bench.Advance(18);
        Assert.InRange(SentIn(bench, 40), 535, 545); // 13.5 a second
    }

    private static int SentIn(OutboxBench bench, double seconds)
    {
        var before = bench.Channel.Requests.Count;
        bench.Advance(seconds);
        return bench.Channel.Requests.Count - before;
    }

    private static TimeSpan Minutes(double minutes) => TimeSpan.FromMinutes(minutes);
}
