using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace CuratorBot.Conversations.Turns;

/// <summary>What was found out and can be found out again: when it becomes too much, all of it is forgotten.</summary>
internal sealed class Remembered<TKey, TValue>(int most)
    where TKey : notnull
{
    private readonly ConcurrentDictionary<TKey, TValue> _values = new();

    public int Count => _values.Count;

    public bool TryGet(TKey key, [MaybeNullWhen(false)] out TValue value) =>
        _values.TryGetValue(key, out value);

    public void Keep(TKey key, TValue value)
    {
        if (_values.Count >= most)
            _values.Clear();
        _values[key] = value;
    }

    public void Forget(TKey key) => _values.TryRemove(key, out _);
}
