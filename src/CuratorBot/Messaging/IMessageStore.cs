namespace CuratorBot.Messaging;

/// <param name="UpdateId">The messenger's number of the update.</param>
/// <param name="AccountId">Whose turns run in order; 0 when the update could not be read.</param>
/// <param name="Message">Null when the update could not be read.</param>
/// <param name="Raw">The raw text of an update that could not be read.</param>
/// <param name="Error">Why it could not be read.</param>
public sealed record ReceivedUpdate(
    string Channel,
    long UpdateId,
    long AccountId,
    IncomingMessage? Message,
    string? Raw = null,
    string? Error = null
);

/// <param name="Seq">Its place in the inbox.</param>
public sealed record InboxItem(long Seq, int Attempts, IncomingMessage Message);

/// <summary>What an earlier run received and did not deal with, in order.</summary>
/// <param name="Unreadable">Rows that hold no message that this version can read.</param>
public sealed record WaitingMessages(
    IReadOnlyList<InboxItem> Readable,
    IReadOnlyList<UnreadableRow> Unreadable
);

/// <param name="Error">Why, in words that repeat nothing of it.</param>
public sealed record UnreadableRow(long Seq, int Attempts, string Error);

/// <summary>
/// The hot part of a transaction, in plain SQL: inbox and outbox. The same transaction takes the changes of
/// the slices through <see cref="Data.WriteScope.Db"/>.
/// </summary>
public interface IMessageWriter
{
    /// <summary>Stores updates; returns the new ones, in order, without repetitions and unreadable ones.</summary>
    IReadOnlyList<InboxItem> Receive(IReadOnlyList<ReceivedUpdate> updates, int epoch, DateTimeOffset now);
    void MarkDone(long seq);
    void MarkFailed(long seq, int attempts, string error);
    void Park(long seq, int attempts, string error);
    void Add(OutboxRow row);
    void MarkSent(long id, long? messageId, DateTimeOffset now);
    void MarkMoved(string channel, long fromChat, long toChat);

    /// <summary>Of a message that still waits.</summary>
    void MarkAttempt(long id, int attempts, bool mayHaveArrived, string? reason);
    void MarkGivenUp(long id, string reason, DateTimeOffset now);

    /// <summary>It was not sent in time.</summary>
    void MarkLate(long id);

    /// <summary>Nothing of the message is kept.</summary>
    void Remove(long id);

    /// <param name="scope">A chat, or <see cref="PauseRow.WholeBot"/>.</param>
    void MarkPaused(string channel, long scope, DateTimeOffset until, TimeSpan length);
    void MarkResumed(long scope);
    void MarkUnreachable(string channel, long chatId, string? reason, DateTimeOffset now);

    /// <summary>The account has written or pressed something. No fact: the revision stays.</summary>
    void MarkHeard(string channel, long accountId, DateTimeOffset now);
}

/// <summary>Reads of the message path, outside a transaction.</summary>
public interface IMessageReader
{
    WaitingMessages WaitingInbox();

    /// <summary>What waits to be sent, in order.</summary>
    IReadOnlyList<OutboxRow> WaitingOutbox();

    /// <summary>The pauses that the messenger asked for and that were not over when the bot last ran.</summary>
    IReadOnlyList<PauseRow> Pauses();

    /// <summary>A message that we sent or are about to send; null when there is none with this id.</summary>
    OutboxRow? Find(long outboxId);

    /// <summary>The epoch and number of the update that was stored last; null when there is none.</summary>
    (int Epoch, long LastUpdateId)? LastReceived(string channel);
}
