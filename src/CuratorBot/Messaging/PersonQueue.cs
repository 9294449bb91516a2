namespace CuratorBot.Messaging;

/// <summary>The messages of one person, in order. One worker at a time empties it.</summary>
internal sealed class PersonQueue
{
    private readonly Queue<InboxItem> _items = new();

    /// <summary>True when nobody works here yet, so that the caller must begin.</summary>
    public bool Add(InboxItem item)
    {
        lock (_items)
        {
            _items.Enqueue(item);
            return _items.Count == 1;
        }
    }

    public InboxItem? First
    {
        get
        {
            lock (_items)
                return _items.TryPeek(out var first) ? first : null;
        }
    }

    /// <summary>False when that was the last, so that the worker must leave.</summary>
    public bool RemoveFirst()
    {
        lock (_items)
        {
            _items.Dequeue();
            return _items.Count > 0;
        }
    }
}
