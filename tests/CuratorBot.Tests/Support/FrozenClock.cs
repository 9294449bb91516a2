namespace CuratorBot.Tests.Support;

/// <summary>Stands still until a test moves it.</summary>
public sealed class FrozenClock(DateTimeOffset now) : TimeProvider
{
    public DateTimeOffset Now { get; set; } = now;

    public override DateTimeOffset GetUtcNow() => Now;
}
