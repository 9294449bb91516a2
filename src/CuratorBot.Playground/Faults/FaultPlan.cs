namespace CuratorBot.Playground.Faults;

/// <summary>The faults in force, in the order they were added; the first that matches a request befalls it.</summary>
public sealed class FaultPlan
{
    private readonly Lock _gate = new();
    private readonly List<Planned> _planned = [];
    private volatile bool _any;

    public void Add(Fault fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        lock (_gate)
        {
            _planned.Add(new Planned(fault));
            _any = true;
        }
    }

    public void Clear()
    {
        lock (_gate)
        {
            _planned.Clear();
            _any = false;
        }
    }

    internal Fault? Next(string method, long chatId)
    {
        if (!_any)
            return null;
        lock (_gate)
        {
            foreach (var planned in _planned)
            {
                if (planned.Befalls(method, chatId))
                {
                    _planned.RemoveAll(other => other.IsOver);
                    _any = _planned.Count > 0;
                    return planned.Fault;
                }
            }
            return null;
        }
    }

    private sealed class Planned(Fault fault)
    {
        private int _seen;
        private int _befallen;

        public Fault Fault => fault;

        public bool IsOver => _befallen >= fault.Times;

        public bool Befalls(string method, long chatId)
        {
            if (fault.Method is { } only && !string.Equals(only, method, StringComparison.OrdinalIgnoreCase))
                return false;
            if (fault.ChatId is { } chat && chat != chatId)
                return false;
            if (++_seen % Math.Max(1, fault.Every) != 0)
                return false;
            _befallen++;
            return true;
        }
    }
}
