namespace CuratorBot.Tests.Support;

/// <summary>The time of the machine, which passes only when a test lets it: pauses, paces and time-outs wait for it.</summary>
public sealed class HeldTime : TimeProvider
{
    private readonly Lock _lock = new();
    private readonly List<Alarm> _alarms = [];
    private TimeSpan _passed = TimeSpan.FromDays(1);

    public override DateTimeOffset GetUtcNow() => World.Start + Passed;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => Passed.Ticks;

    private TimeSpan Passed
    {
        get
        {
            lock (_lock)
                return _passed;
        }
    }

    /// <summary>How much goes off exactly after that, once: what goes off again and again is no pause.</summary>
    public int AlarmsIn(TimeSpan time)
    {
        lock (_lock)
            return _alarms.Count(alarm => alarm.Period <= TimeSpan.Zero && alarm.At == _passed + time);
    }

    /// <summary>What goes off on the way does so one after the other, at its time.</summary>
    public void Pass(TimeSpan time)
    {
        var until = Passed + time;
        while (NextUntil(until) is { } next)
            next();
        lock (_lock)
            _passed = until;
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

    private Action? NextUntil(TimeSpan until)
    {
        lock (_lock)
        {
            if (_alarms.Where(alarm => alarm.At <= until).MinBy(alarm => alarm.At) is not { } next)
                return null;
            _passed = next.At > _passed ? next.At : _passed;
            if (next.Period > TimeSpan.Zero)
                next.At += next.Period;
            else
                _alarms.Remove(next);
            return next.GoOff;
        }
    }

    private sealed class Alarm(HeldTime time, Action goOff) : ITimer
    {
        public Action GoOff => goOff;
        public TimeSpan At { get; set; }
        public TimeSpan Period { get; private set; }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (time._lock)
            {
                time._alarms.Remove(this);
                (At, Period) = (time._passed + dueTime, period);
                if (dueTime != Timeout.InfiniteTimeSpan)
                    time._alarms.Add(this);
                return true;
            }
        }

        public void Dispose()
        {
            lock (time._lock)
                time._alarms.Remove(this);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
