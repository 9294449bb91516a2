using CuratorBot.Data;
using CuratorBot.Messaging;

namespace CuratorBot.Tests.Sending;

/// <summary>The database of a bench: keeps what is marked, and refuses it while it is full.</summary>
internal sealed class Desk : IUnitOfWork, IMessageReader, IMessageWriter
{
    private readonly SortedDictionary<long, OutboxRow> _rows = [];
    private readonly Dictionary<long, PauseRow> _pauses = [];

    /// <summary>What every mark meets; null takes it.</summary>
    public Exception? Refuses { get; set; }

    /// <summary>Told of each mark that is to be stored, whatever comes of it.</summary>
    public Action Asked { get; set; } = () => { };

    public List<long> DoneQuestions { get; } = [];
    public int Sent => _rows.Values.Count(row => row.State == OutboxState.Sent);

    public OutboxRow? Find(long id) => _rows.GetValueOrDefault(id);

    public void Post(Action<IMessageWriter> marks, Action committed, Action<Exception> failed)
    {
        Asked();
        if (Refuses is { } error)
        {
            failed(error);
            return;
        }
        marks(this);
        committed();
    }

    public void Add(OutboxRow row) => _rows.Add(row.Id, Copy(row));

    public void MarkSent(long id, long? messageId, DateTimeOffset now) =>
        (_rows[id].State, _rows[id].MessageId, _rows[id].SentAt) = (OutboxState.Sent, messageId, now);

    public void MarkAttempt(long id, int attempts, bool mayHaveArrived, string? reason)
    {
        if (_rows[id] is { State: OutboxState.Waiting } row)
            (row.Attempts, row.MayHaveArrived, row.Error) = (attempts, mayHaveArrived, reason);
    }

    public void MarkGivenUp(long id, string reason, DateTimeOffset now) =>
        (_rows[id].State, _rows[id].Error) = (OutboxState.Failed, reason);

    public void MarkLate(long id) => _rows[id].State = OutboxState.Late;

    public void MarkDone(long seq) => DoneQuestions.Add(seq);

    public void Remove(long id) => _rows.Remove(id);

    public void MarkPaused(string channel, long scope, DateTimeOffset until, TimeSpan length) =>
        _pauses[scope] = new PauseRow
        {
            Channel = channel,
            ChatId = scope,
            Until = until,
            Seconds = (int)Math.Ceiling(length.TotalSeconds),
        };

    public void MarkResumed(long scope) => _pauses.Remove(scope);

    public IReadOnlyList<PauseRow> Pauses() => [.. _pauses.Values];

    public IReadOnlyList<OutboxRow> WaitingOutbox() =>
        [.. _rows.Values.Where(row => row.State == OutboxState.Waiting).Select(Copy)];

    private static OutboxRow Copy(OutboxRow row) =>
        new()
        {
            Id = row.Id,
            Channel = row.Channel,
            ChatId = row.ChatId,
            Lane = row.Lane,
            Body = row.Body,
            State = row.State,
            Attempts = row.Attempts,
            MayHaveArrived = row.MayHaveArrived,
            MessageId = row.MessageId,
            CreatedAt = row.CreatedAt,
        };

    public WaitingMessages WaitingInbox() => new([], []);

    public (int Epoch, long LastUpdateId)? LastReceived(string channel) => null;

    public long ReadRevision() => 0;

    public Exception Explain(Exception error) => error;

    public Task<T> Write<T>(Func<WriteScope, Task<T>> work, CancellationToken cancellation = default) =>
        throw new NotSupportedException();

    public CuratorBotDb OpenForReading() => throw new NotSupportedException();

    public IReadOnlyList<InboxItem> Receive(
        IReadOnlyList<ReceivedUpdate> updates,
        int epoch,
        DateTimeOffset now
    ) => throw new NotSupportedException();

    public void MarkFailed(long seq, int attempts, string error) => throw new NotSupportedException();

    public void Park(long seq, int attempts, string error) => throw new NotSupportedException();

    public void MarkMoved(string channel, long fromChat, long toChat) => throw new NotSupportedException();

    public void MarkUnreachable(string channel, long chatId, string? reason, DateTimeOffset now) =>
        throw new NotSupportedException();

    public void MarkHeard(string channel, long accountId, DateTimeOffset now) =>
        throw new NotSupportedException();
}
