using System.Collections.Concurrent;

namespace CuratorBot.Conversations;

public enum Excess
{
    None = 0,

    /// <summary>The first beyond the limit in this window.</summary>
    First = 1,
    More = 2,
}

/// <summary>
/// Counts how often each did something. A window begins with the first time and ends after its length. Kept
/// in memory: a restart is forgiven.
/// </summary>
internal sealed class Windows<TKey>(TimeProvider clock, TimeSpan length, int most)
    where TKey : notnull
{
    private const int MostKept = 10_000;

    private readonly ConcurrentDictionary<TKey, Window> _windows = new();

    private sealed record Window(DateTimeOffset Since, int Count);

    public Excess Take(TKey key)
    {
        var now = clock.GetUtcNow();
        if (_windows.Count > MostKept)
            Forget(now);
        var window = _windows.AddOrUpdate(
            key,
            _ => new Window(now, 1),
            (_, before) => IsOver(before, now) ? new Window(now, 1) : before with { Count = before.Count + 1 }
        );
        return window.Count <= most ? Excess.None
            : window.Count == most + 1 ? Excess.First
            : Excess.More;
    }

    private bool IsOver(Window window, DateTimeOffset now) => now - window.Since >= length;

    private void Forget(DateTimeOffset now)
    {
        foreach (var (key, window) in _windows)
            if (IsOver(window, now))
                _windows.TryRemove(KeyValuePair.Create(key, window));
    }
}
