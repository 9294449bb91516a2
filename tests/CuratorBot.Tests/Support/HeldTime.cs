namespace CuratorBot.Tests.Support;

/// <summary>
/// The time of the machine, which passes only when a test lets it: pauses, paces and time-outs wait for it. Alarms
/// go off by the time that never goes back, in order, on the thread of the test; the clock on the wall may be set
/// apart from it.
/// </summary>
public sealed class HeldTime : TimeProvider
{
    /// <summary>The machine was on before the bot was started.</summary>
    private static readonly TimeSpan Before = TimeSpan.FromDays(1);

    private readonly Lock _lock = new();
    private readonly List<Alarm> _alarms = [];
    private TimeSpan _passed;

    /// <summary>How far the clock on the wall was set forward, or back, beside the time that passes.</summary>
    public TimeSpan Set { get; set; }

    public TimeSpan Elapsed
    {
        get
        {
            lock (_lock)
                return _passed;
        }
    }

    public override DateTimeOffset GetUtcNow() => World.Start + Elapsed + Set;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => (Before + Elapsed).Ticks;

    /// <summary>How much goes off exactly after that, once: what goes off again and again is no pause.</summary>
    public int AlarmsIn(TimeSpan time)
    {
        lock (_lock)
            return _alarms.Count(alarm => alarm.Period <= TimeSpan.Zero && alarm.At == _passed + time);
    }

    /// <summary>What goes off on the way does so one after the other, at its time.</summary>
    public void Pass(TimeSpan time)
    {
        var until = Elapsed + time;
        while (NextUntil(until) is { } next)
            next();
        lock (_lock)
            _passed = until;
    }

    /// <summary>Does something at a time to come.</summary>
    public void After(TimeSpan delay, Action act) =>
        CreateTimer(_ => act(), null, delay, Timeout.InfiniteTimeSpan);

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
