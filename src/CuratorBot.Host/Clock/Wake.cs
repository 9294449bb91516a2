using CuratorBot.Data;
using CuratorBot.Messaging;
using CuratorBot.Sweeping;

namespace CuratorBot.Host.Clock;

/// <summary>
/// A piece of work that is woken again and again. When is a matter of <see cref="JobEngine"/>, by the time that never
/// goes back; the work itself judges by the clock what is due.
/// </summary>
/// <param name="cron">When it is woken, with seconds or without, in UTC.</param>
/// <param name="interval">How long it is from one time to the next.</param>
internal sealed class Wake(
    string name,
    string cron,
    TimeSpan interval,
    Func<CancellationToken, Task> work,
    RealTime realTime,
    Isolated isolated
)
{
    private long _endedAt = realTime.Elapsed.Ticks;
    private int _isLooking;

    public string Name => name;
    public string Cron => cron;
    public TimeSpan Interval => interval;

    /// <summary>How long ago the work last came to its end, well or not.</summary>
    public TimeSpan Silence => realTime.Elapsed - TimeSpan.FromTicks(Volatile.Read(ref _endedAt));

    /// <summary>One look; none while the one before it goes on. What ends because it is stopped is no error.</summary>
    public async Task Look(CancellationToken stopping)
    {
        if (Interlocked.Exchange(ref _isLooking, 1) == 1)
            return;
        try
        {
            await isolated.Run(name, () => work(stopping), stopping);
            Volatile.Write(ref _endedAt, realTime.Elapsed.Ticks);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // Whoever wakes it stops it, and asks nothing further.
        }
        finally
        {
            Volatile.Write(ref _isLooking, 0);
        }
    }
}
