namespace CuratorBot.Data;

/// <summary>
/// The time of the machine, for pauses and pacing. The <see cref="TimeProvider"/> that the slices ask may be
/// the demo's, which jumps; a pause of a second is a second all the same.
/// </summary>
public sealed record RealTime(TimeProvider Provider)
{
    public DateTimeOffset Now => Provider.GetUtcNow();

    /// <summary>Time since the start of the process; never goes back.</summary>
    public TimeSpan Elapsed => Provider.GetElapsedTime(0, Provider.GetTimestamp());

    public Task Delay(TimeSpan pause, CancellationToken cancellation) =>
        Task.Delay(pause, Provider, cancellation);
}
