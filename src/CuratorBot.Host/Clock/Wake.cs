using CuratorBot.Data;
using CuratorBot.Messaging;
using CuratorBot.Sweeping;

namespace CuratorBot.Host.Clock;

/// <summary>
/// Wakes one piece of work, at once and then again and again. The pauses are measured by the time that never goes
/// back, so a clock that is moved neither stops nor hurries it; the work itself judges by the clock what is due.
/// </summary>
internal sealed class Wake(
    string name,
    TimeSpan interval,
    Func<CancellationToken, Task> work,
    RealTime realTime,
    Isolated isolated
)
{
    private long _endedAt = realTime.Elapsed.Ticks;

    public string Name => name;
    public TimeSpan Interval => interval;

    /// <summary>How long ago the work last came to its end, well or not.</summary>
    public TimeSpan Silence => realTime.Elapsed - TimeSpan.FromTicks(Volatile.Read(ref _endedAt));

    /// <summary>Returns when it is stopped.</summary>
    public async Task Run(CancellationToken stopping)
    {
        using var timer = new PeriodicTimer(interval, realTime.Provider);
        do
        {
            await isolated.Run(name, () => work(stopping), stopping);
            Volatile.Write(ref _endedAt, realTime.Elapsed.Ticks);
        } while (await timer.WaitForNextTickAsync(stopping));
    }
}
