namespace CuratorBot.Host.Tests.Playground;

/// <summary>Time that passes only when a test says so. Timers still ring by the real clock.</summary>
internal sealed class SettableClock : TimeProvider
{
    private DateTimeOffset _now = new(2022, 1, 10, 9, 0, 0, TimeSpan.Zero);

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => _now;

    public override long GetTimestamp() => _now.UtcTicks;

    public void Advance(TimeSpan by) => _now += by;
}
