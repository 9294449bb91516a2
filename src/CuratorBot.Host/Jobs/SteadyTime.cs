using CuratorBot.Data;

namespace CuratorBot.Host.Jobs;

/// <summary>
/// What Hangfire takes for the time: the start of the process and what has passed since. However the clock of the
/// machine is moved, ten seconds later it is ten seconds later.
/// </summary>
internal sealed class SteadyTime(RealTime realTime)
{
    private readonly DateTime _start = realTime.Now.UtcDateTime;
    private readonly TimeSpan _before = realTime.Elapsed;

    public DateTime UtcNow => _start + (realTime.Elapsed - _before);
}
