using System.Collections.Concurrent;

namespace CuratorBot.Messaging;

/// <summary>The messenger's ids of what was sent lately, so that an edit need not ask the database.</summary>
internal sealed class SentMessages
{
    private const int Kept = 4096;
    private readonly ConcurrentDictionary<long, long> _messageIds = new();
    private readonly ConcurrentQueue<long> _order = new();

    public void Note(long outboxId, long messageId)
    {
        _messageIds[outboxId] = messageId;
        _order.Enqueue(outboxId);
        if (_order.Count > Kept && _order.TryDequeue(out var oldest))
            _messageIds.TryRemove(oldest, out _);
    }

    public long? Find(long outboxId) =>
        _messageIds.TryGetValue(outboxId, out var messageId) ? messageId : null;
}
