namespace CuratorBot.Host.Tests.Playground;

/// <summary>Timers that ring when a test says so. The time of day is the real one.</summary>
internal sealed class HandTimers : TimeProvider
{
    private readonly List<HandTimer> _timers = [];

    /// <summary>Rings all that are set; each is set anew only by what it calls.</summary>
    /// <returns>How many rang.</returns>
    public int Ring()
    {
        HandTimer[] set;
        lock (_timers)
            set = [.. _timers.Where(timer => timer.IsSet)];
        foreach (var timer in set)
            timer.Ring();
        return set.Length;
    }

    public override ITimer CreateTimer(
        TimerCallback callback,
        object? state,
        TimeSpan dueTime,
        TimeSpan period
    )
    {
        var timer = new HandTimer(() => callback(state)) { IsSet = dueTime != Timeout.InfiniteTimeSpan };
        lock (_timers)
            _timers.Add(timer);
        return timer;
    }

    private sealed class HandTimer(Action ring) : ITimer
    {
        public bool IsSet { get; set; }

        public void Ring()
        {
            IsSet = false;
            ring();
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            IsSet = dueTime != Timeout.InfiniteTimeSpan;
            return true;
        }

        public void Dispose() => IsSet = false;

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
