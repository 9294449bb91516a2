namespace CuratorBot.Messaging.Sending;

/// <summary>A message on its way out.</summary>
internal sealed partial class QueuedMessage(OutboxRow row, OutgoingMessage message, long? answers)
{
    public OutboxRow Row { get; } = row;
    public OutgoingMessage Message { get; private set; } = message;

    /// <summary>
    /// The place in the inbox of a question that changed nothing: its answer is stored only once it is sent,
    /// and until then the question waits in the inbox. Null for a message that lies in the outbox already.
    /// </summary>
    public long? Answers { get; } = answers;

    /// <summary>Set on the last part of an answer: done when its fate is on disk.</summary>
    public TaskCompletionSource? Settled { get; init; }

    public bool IsLast { get; init; } = true;

    /// <summary>Set once an answer that may have arrived is put into the outbox, so that a restart knows of it.</summary>
    public bool IsKept { get; set; }
    public bool IsStored => Answers is null || IsKept;

    /// <summary>Tries in a row that failed for reasons that are not the message's.</summary>
    public int Setbacks { get; set; }

    /// <summary>Edits are small and do not ring: they count for the whole channel, not for the chat.</summary>
    public bool CountsForChat =>
        Message.Kind
            is OutgoingKind.Send
                or OutgoingKind.Photo
                or OutgoingKind.Document
                or OutgoingKind.Album;

    /// <summary>
    /// Tries that may end without an answer: each may have left a copy, and there may be two at most. An edit
    /// leaves none.
    /// </summary>
    public int MostUnanswered => CountsForChat ? 2 : 3;
}
