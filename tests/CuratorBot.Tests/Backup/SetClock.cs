namespace CuratorBot.Tests.Backup;

/// <summary>A clock that can be set back, too; what passes by the monotonic timer only grows.</summary>
public sealed class SetClock(DateTimeOffset now) : TimeProvider
{
    private DateTimeOffset _now = now;
    private long _elapsed;

    public DateTimeOffset Now
    {
        get => _now;
        set
        {
            _elapsed += (value - _now).Duration().Ticks;
            _now = value;
        }
    }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => _now;

    public override long GetTimestamp() => _elapsed;
}
