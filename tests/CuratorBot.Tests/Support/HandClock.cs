namespace CuratorBot.Tests.Support;

/// <summary>
/// A machine whose clock on the wall and whose time that never goes back are moved apart, by hand. Its timers ring
/// by the latter, as those of the runtime do.
/// </summary>
internal sealed class HandClock : TimeProvider
{
    private readonly Lock _lock = new();
    private readonly List<HandTimer> _timers = [];
    private TimeSpan _passed = TimeSpan.FromHours(1);

    public DateTimeOffset Wall { get; set; } = World.Start;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => Wall;

    public override long GetTimestamp() => _passed.Ticks;

    /// <summary>Time passes, on the wall too, and timers ring.</summary>
    public void Pass(TimeSpan time)
    {
        List<HandTimer> due;
        lock (_lock)
        {
            (_passed, Wall) = (_passed + time, Wall + time);
            due = [.. _timers.Where(timer => timer.RingsBy(_passed))];
        }
        due.ForEach(timer => timer.Ring());
    }

    public override ITimer CreateTimer(
        TimerCallback callback,
        object? state,
        TimeSpan dueTime,
        TimeSpan period
    )
    {
        var timer = new HandTimer(this, callback, state);
        timer.Change(dueTime, period);
        lock (_lock)
            _timers.Add(timer);
        return timer;
    }

    private sealed class HandTimer(HandClock clock, TimerCallback callback, object? state) : ITimer
    {
        private TimeSpan? _next;
        private TimeSpan _period;

        public bool RingsBy(TimeSpan passed)
        {
            if (_next > passed || _next is null)
                return false;
            _next = _period > TimeSpan.Zero ? passed + _period : null;
            return true;
        }

        public void Ring() => callback(state);

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            _next = dueTime < TimeSpan.Zero ? null : clock._passed + dueTime;
            _period = period;
            return true;
        }

        public void Dispose()
        {
            lock (clock._lock)
                clock._timers.Remove(this);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
