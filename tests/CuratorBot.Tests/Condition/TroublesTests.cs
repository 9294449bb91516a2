using CuratorBot.Condition;
using CuratorBot.Data;
using CuratorBot.Tests.Support;

namespace CuratorBot.Tests.Condition;

public sealed class TroublesTests
{
    private readonly FrozenClock _clock = new(new DateTimeOffset(2026, 11, 2, 9, 0, 0, TimeSpan.Zero));

    [Fact]
    public void A_trouble_that_is_met_again_keeps_its_beginning_and_says_the_newest()
    {
        var troubles = new Troubles(new RealTime(_clock));
        var began = _clock.GetUtcNow();
        troubles.Raise(Parts.Writer, Severity.Passing, "The disk is slow.");
        _clock.Now += TimeSpan.FromMinutes(5);
        troubles.Raise(Parts.Sending, Severity.Passing, "Sending pauses.");
        troubles.Raise(Parts.Writer, Severity.NeedsPerson, "The disk is full.");

        Assert.Equal(
            [
                new Trouble(Parts.Writer, Severity.NeedsPerson, "The disk is full.", began),
                new Trouble(Parts.Sending, Severity.Passing, "Sending pauses.", _clock.GetUtcNow()),
            ],
            troubles.Now
        );
    }

    [Fact]
    public void A_trouble_that_ended_is_gone_and_begins_anew_when_it_comes_back()
    {
        var troubles = new Troubles(new RealTime(_clock));
        troubles.Raise(Parts.Writer, Severity.Passing, "The disk is full.");
        troubles.End(Parts.Writer);
        Assert.Empty(troubles.Now);

        _clock.Now += TimeSpan.FromMinutes(5);
        troubles.Raise(Parts.Writer, Severity.Passing, "The disk is full.");
        Assert.Equal(_clock.GetUtcNow(), Assert.Single(troubles.Now).Since);
    }
}
