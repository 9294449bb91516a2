namespace CuratorBot.Tests.Support;

/// <summary>Stands still until a test moves it; timers fire on the way, in order, on the thread of the test.</summary>
public sealed class ManualTime(DateTimeOffset start) : TimeProvider
{
    private readonly List<Alarm> _alarms = [];
    private TimeSpan _elapsed;

    /// <summary>How far the clock on the wall was set forward, or back, beside the time that passes.</summary>
    public TimeSpan Set { get; set; }

    public override DateTimeOffset GetUtcNow() => start + _elapsed + Set;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => _elapsed.Ticks;

    public TimeSpan Elapsed => _elapsed;

    public void Advance(TimeSpan by)
    {
        var until = _elapsed + by;
        while (_alarms.Where(alarm => alarm.At <= until).MinBy(alarm => alarm.At) is { } next)
        {
            _elapsed = next.At > _elapsed ? next.At : _elapsed;
            next.Fire();
        }
        _elapsed = until;
    }

    public override ITimer CreateTimer(
        TimerCallback callback,
        object? state,
        TimeSpan dueTime,
        TimeSpan period
    )
    {
        var alarm = new Alarm(this, () => callback(state));
        alarm.Change(dueTime, period);
        return alarm;
    }

    /// <summary>Does something at a time to come.</summary>
    public void After(TimeSpan delay, Action act) =>
        CreateTimer(_ => act(), null, delay, Timeout.InfiniteTimeSpan);

    private sealed class Alarm(ManualTime time, Action act) : ITimer
    {
        private TimeSpan _period;

        public TimeSpan At { get; private set; }

        public void Fire()
        {
            if (_period > TimeSpan.Zero)
                At += _period;
            else
                time._alarms.Remove(this);
            act();
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            time._alarms.Remove(this);
            _period = period;
            if (dueTime == Timeout.InfiniteTimeSpan)
                return true;
            At = time._elapsed + dueTime;
            time._alarms.Add(this);
            return true;
        }

        public void Dispose() => time._alarms.Remove(this);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
