using CuratorBot.Playground.BotApi;

namespace CuratorBot.Playground.Log;

/// <summary>Everything that the bot asked. Counts always; remembers only when the options say so.</summary>
public sealed class RequestLog
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private readonly Lock _gate = new();
    private readonly List<RequestRecord> _records = [];
    private readonly long[] _counts = new long[BotMethod.Known];
    private readonly TimeProvider _timers;
    private readonly Signal _changed = new();
    private long _refused;

    internal RequestLog(PlaygroundOptions options)
    {
        _timers = options.Timers;
        KeepsRequests = options.KeepRequests;
    }

    internal bool KeepsRequests { get; }

    /// <summary>How many requests were answered with anything but 200.</summary>
    public long Refused => Interlocked.Read(ref _refused);

    /// <summary>How often the method was called; all methods together when null.</summary>
    public long Count(string? method = null) =>
        method is null ? _counts.Sum() : Interlocked.Read(ref _counts[BotMethod.IndexOf(method)]);

    /// <summary>The requests so far, oldest first; only those of one method when it is given.</summary>
    public IReadOnlyList<RequestRecord> Requests(string? method = null)
    {
        lock (_gate)
        {
            return method is null ? [.. _records] : _records.FindAll(record => Same(record.Method, method));
        }
    }

    /// <summary>Waits for a request, also one that came before; null <paramref name="matches"/> takes any.</summary>
    /// <exception cref="TimeoutException">None came in time (10 s when no time is given).</exception>
    public Task<RequestRecord> WaitFor(
        string method,
        Func<RequestRecord, bool>? matches = null,
        TimeSpan? timeout = null
    ) =>
        _changed.Until(
            () => Find(method, matches),
            timeout ?? Patience,
            _timers,
            () => $"No matching {method} among {Count()} requests."
        );

    /// <summary>Waits until the method was called so many times.</summary>
    public Task WaitForCount(string method, long count, TimeSpan? timeout = null) =>
        _changed.Until(
            () => Count(method) >= count ? this : null,
            timeout ?? Patience,
            _timers,
            () => $"{Count(method)} of {count} calls of {method}."
        );

    public void Clear()
    {
        lock (_gate)
            _records.Clear();
        Array.Clear(_counts);
        _refused = 0;
    }

    internal void Counted(BotMethod method, int status)
    {
        Interlocked.Increment(ref _counts[method.Index]);
        if (status != 200)
            Interlocked.Increment(ref _refused);
        if (!KeepsRequests)
            _changed.Raise();
    }

    internal void Keep(Func<long, RequestRecord> record)
    {
        lock (_gate)
            _records.Add(record(_records.Count + 1));
        _changed.Raise();
    }

    private RequestRecord? Find(string method, Func<RequestRecord, bool>? matches)
    {
        lock (_gate)
            return _records.Find(record =>
                Same(record.Method, method) && (matches is null || matches(record))
            );
    }

    private static bool Same(string one, string other) =>
        string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
