namespace CuratorBot.Tests.Support;

/// <summary>Stands still until a test moves it.</summary>
public sealed class FrozenClock(DateTimeOffset now) : TimeProvider
{
    private DateTimeOffset _now = now;

    /// <summary>Setting it lets the time pass until then.</summary>
    public DateTimeOffset Now
    {
        get => _now;
        set
        {
            if (value > _now)
                Passed += value - _now;
            _now = value;
        }
    }

    /// <summary>How much time has passed, however the clock was moved.</summary>
    public TimeSpan Passed { get; set; }

    /// <summary>Somebody moves the clock, and no time passes.</summary>
    public void Jump(TimeSpan by) => _now += by;

    public override DateTimeOffset GetUtcNow() => _now;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => Passed.Ticks;
}

/// <summary>
/// The time of the machine on which a frozen clock stands: pauses and pacing are real, and what passes on the
/// frozen clock passes here.
/// </summary>
public sealed class MachineTime(FrozenClock clock) : TimeProvider
{
    /// <summary>How far the clock of the machine is ahead.</summary>
    public TimeSpan Ahead { get; set; }

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + Ahead;

    public override long TimestampFrequency => System.TimestampFrequency;

    public override long GetTimestamp() =>
        System.GetTimestamp() + (long)(clock.Passed.TotalSeconds * System.TimestampFrequency);
}
