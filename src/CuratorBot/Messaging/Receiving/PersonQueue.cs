namespace CuratorBot.Messaging.Receiving;

/// <summary>
/// The messages of one person, in order. One worker at a time empties it; once it is empty it is given up.
/// </summary>
internal sealed class PersonQueue
{
    private readonly Queue<InboxItem> _items = new();
    private bool _isGivenUp;

    /// <param name="mustBegin">Nobody works here yet, so that the caller must begin.</param>
    /// <returns>False when it is given up and the caller needs another one.</returns>
    public bool TryAdd(InboxItem item, out bool mustBegin)
    {
        lock (_items)
        {
            mustBegin = false;
            if (_isGivenUp)
                return false;
            _items.Enqueue(item);
            mustBegin = _items.Count == 1;
            return true;
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

    /// <summary>False when that was the last: the queue is given up, and the worker must leave.</summary>
    public bool RemoveFirst()
    {
        lock (_items)
        {
            _items.Dequeue();
            _isGivenUp = _items.Count == 0;
            return !_isGivenUp;
        }
    }
}
