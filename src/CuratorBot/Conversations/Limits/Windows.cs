using System.Collections.Concurrent;
using System.Collections.Immutable;
using CuratorBot.Data;

namespace CuratorBot.Conversations.Limits;

/// <summary>
/// Counts how often each did something. A window begins with the first time and ends after its length, by the
/// time that never goes back. Kept in memory: a restart is forgiven.
/// </summary>
/// <param name="isShared">
/// Several people's messages are counted together, so that another may be counted between two tries of one.
/// </param>
internal sealed class Windows<TKey>(RealTime realTime, TimeSpan length, int most, bool isShared = false)
    where TKey : notnull
{
    private const int MostBegun = 10_000;

    private readonly ConcurrentDictionary<TKey, Window> _windows = new();

    /// <summary>How many have been begun since the last look for those that are over.</summary>
    private int _begun;

    /// <param name="LastSeq">What was counted last, by its place in the inbox.</param>
    /// <param name="Allowed">Of a shared window those that were not too much.</param>
    /// <param name="IsLet">However often it is, it is not too much in this window.</param>
    /// <param name="ToldBy">The answer to which said that it is too much; null while nothing has.</param>
    private sealed record Window(
        TimeSpan Since,
        int Count,
        long LastSeq,
        ImmutableArray<long> Allowed,
        long? ToldBy = null,
        bool IsLet = false
    );

    /// <summary>How many are remembered.</summary>
    public int Count => _windows.Count;

    /// <param name="seq">What is counted, by its place in the inbox: tried again, it is not counted again.</param>
    /// <returns>False when it is too much.</returns>
    public bool Take(TKey key, long seq)
    {
        var now = realTime.Elapsed;
        if (Volatile.Read(ref _begun) > MostBegun)
            Forget(now);
        var window = _windows.AddOrUpdate(
            key,
            _ =>
            {
                Interlocked.Increment(ref _begun);
                return Counted(new Window(now, 0, seq, []), seq);
            },
            (_, before) =>
                before.LastSeq == seq || before.Allowed.Contains(seq)
                    ? before
                    : Counted(IsOver(before, now) ? new Window(now, 0, seq, []) : before, seq)
        );
        return window.Count <= most || window.IsLet || window.Allowed.Contains(seq);
    }

    private Window Counted(Window window, long seq) =>
        window with
        {
            Count = window.Count + 1,
            LastSeq = seq,
            Allowed = isShared && window.Count < most ? window.Allowed.Add(seq) : window.Allowed,
        };

    /// <summary>Whether nobody has been told yet in this window that it is too much, or only in this very answer.</summary>
    public bool IsUntold(TKey key, long seq) =>
        _windows.TryGetValue(key, out var window) && (window.ToldBy ?? seq) == seq;

    public void NoteTold(TKey key, long seq)
    {
        if (_windows.TryGetValue(key, out var window))
            _windows.TryUpdate(key, window with { ToldBy = seq }, window);
    }

    /// <summary>To the end of this window it is not too much, however often it is.</summary>
    public void Let(TKey key)
    {
        if (_windows.TryGetValue(key, out var window))
            _windows.TryUpdate(key, window with { IsLet = true }, window);
    }

    private bool IsOver(Window window, TimeSpan now) => now - window.Since >= length;

    private void Forget(TimeSpan now)
    {
        Volatile.Write(ref _begun, 0);
        foreach (var (key, window) in _windows)
            if (IsOver(window, now))
                _windows.TryRemove(KeyValuePair.Create(key, window));
    }
}
