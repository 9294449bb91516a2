using CuratorBot.Data;

namespace CuratorBot.Sweeping;

/// <summary>
/// Rows of one kind that failed, and how long each is left alone. In memory: a restart tries each once more.
/// Where more fail than are kept, the others are tried at each look.
/// </summary>
internal sealed class PutOffRows(RealTime realTime)
{
    public const int MostKept = 1_000;

    /// <summary>By then it has failed for half an hour.</summary>
    public const int TriesThatNeedAPerson = 4;

    private static readonly TimeSpan[] Pauses =
    [
        TimeSpan.FromMinutes(1),
        TimeSpan.FromMinutes(5),
        TimeSpan.FromMinutes(25),
        TimeSpan.FromHours(1),
        TimeSpan.FromHours(3),
        TimeSpan.FromHours(6),
    ];

    private readonly Lock _lock = new();
    private readonly Dictionary<long, (int Tries, Pause Pause)> _rows = [];
    private readonly HashSet<long> _lastInLine = [];

    /// <summary>Those whose pause is not over.</summary>
    public IReadOnlyList<long> Waiting(DateTimeOffset now)
    {
        lock (_lock)
            return [.. _rows.Where(row => !row.Value.Pause.IsOver(now, realTime)).Select(row => row.Key)];
    }

    /// <summary>Those at which the database failed: it may be the page on which they lie.</summary>
    public IReadOnlyList<long> LastInLine
    {
        get
        {
            lock (_lock)
                return [.. _lastInLine];
        }
    }

    /// <summary>How many fail, and how often the worst of them did.</summary>
    public (int Count, int Tries) Failing
    {
        get
        {
            lock (_lock)
                return (_rows.Count, _rows.Values.Select(row => row.Tries).DefaultIfEmpty().Max());
        }
    }

    /// <returns>How long it is left alone; null when there is no room to remember it.</returns>
    public TimeSpan? Add(long row, DateTimeOffset now)
    {
        lock (_lock)
        {
            _lastInLine.Remove(row);
            var tries = _rows.TryGetValue(row, out var known) ? known.Tries : 0;
            if (tries == 0 && _rows.Count >= MostKept)
                return null;
            var pause = Pauses[Math.Min(tries, Pauses.Length - 1)];
            _rows[row] = (tries + 1, Pause.Of(pause, now, realTime));
            return pause;
        }
    }

    public void LetOthersGoFirst(IReadOnlyList<long> rows)
    {
        lock (_lock)
        {
            if (_lastInLine.Count >= MostKept)
                _lastInLine.Clear();
            _lastInLine.UnionWith(rows);
        }
    }

    public void Remove(IReadOnlyList<long> rows)
    {
        lock (_lock)
            foreach (var row in rows)
            {
                _rows.Remove(row);
                _lastInLine.Remove(row);
            }
    }

    /// <summary>Those that were not met again after their pause are due no more.</summary>
    public void ForgetOver(DateTimeOffset now, HashSet<long> except)
    {
        lock (_lock)
        {
            foreach (var (row, put) in _rows)
                if (!except.Contains(row) && put.Pause.IsOver(now, realTime))
                    _rows.Remove(row);
            _lastInLine.IntersectWith(except);
        }
    }
}
