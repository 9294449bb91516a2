using System.Text.Json;
using CuratorBot.Messaging;
using Microsoft.Data.Sqlite;

namespace CuratorBot.Host.Database.Sqlite;

/// <summary>The writes of the message path: prepared once, run on the writer's connection and transaction.</summary>
internal sealed class SqliteMessageWriter(SqliteConnection connection) : IMessageWriter, IDisposable
{
    private readonly Prepared _receive = new(
        connection,
        """
        INSERT INTO inbox (Channel, Epoch, UpdateId, AccountId, Body, State, Attempts, Error, ReceivedAt)
        VALUES ($1, $2, $3, $4, $5, $6, 0, $7, $8)
        ON CONFLICT DO NOTHING
        RETURNING Seq
        """,
        8
    );
    private readonly Prepared _done = new(
        connection,
        "UPDATE inbox SET State = 1, Body = NULL WHERE Seq = $1 AND State = 0",
        1
    );
    private readonly Prepared _failed = new(
        connection,
        "UPDATE inbox SET Attempts = $2, Error = $3 WHERE Seq = $1",
        3
    );
    private readonly Prepared _park = new(
        connection,
        "UPDATE inbox SET State = 2, Attempts = $2, Error = $3 WHERE Seq = $1",
        3
    );
    private readonly Prepared _add = new(
        connection,
        """
        INSERT INTO outbox
            (Id, Channel, ChatId, PersonId, Lane, Body, State, Attempts, MayHaveArrived, MessageId, CreatedAt, SentAt,
            IsBare)
        VALUES ($1, $2, $3, $4, $5, $6, $7, 0, 0, $8, $9, $10, $11)
        """,
        11
    );
    private readonly Prepared _sent = new(
        connection,
        """
        UPDATE outbox SET State = 1, MessageId = $2, SentAt = $3,
            Body = CASE WHEN instr(Body, '"ForgetOnceSent":true') > 0 THEN '{"Id":' || Id || '}' ELSE Body END
        WHERE Id = $1
        """,
        3
    );
    private readonly Prepared _attempt = new(
        connection,
        "UPDATE outbox SET Attempts = $2, MayHaveArrived = $3, Error = $4 WHERE Id = $1 AND State = 0",
        4
    );
    private readonly Prepared _givenUp = new(
        connection,
        """
        UPDATE outbox SET State = 2, Error = $2, SentAt = $3,
            Body = CASE WHEN instr(Body, '"ForgetOnceSent":true') > 0 THEN '{"Id":' || Id || '}' ELSE Body END
        WHERE Id = $1
        """,
        3
    );
    private readonly Prepared _late = new(connection, "UPDATE outbox SET State = 3 WHERE Id = $1", 1);
    private readonly Prepared _remove = new(connection, "DELETE FROM outbox WHERE Id = $1", 1);
    private readonly Prepared _paused = new(
        connection,
        """
        INSERT INTO pauses (Channel, ChatId, Until, Seconds) VALUES ($1, $2, $3, $4)
        ON CONFLICT (Channel, ChatId) DO UPDATE SET Until = excluded.Until, Seconds = excluded.Seconds
        """,
        4
    );
    private readonly Prepared _resumed = new(connection, "DELETE FROM pauses WHERE ChatId = $1", 1);
    private readonly Prepared _movedAccounts = new(
        connection,
        "UPDATE channel_accounts SET ChatId = $3 WHERE Channel = $1 AND ChatId = $2",
        3
    );
    private readonly Prepared _movedOutbox = new(
        connection,
        "UPDATE outbox SET ChatId = $3 WHERE Channel = $1 AND ChatId = $2 AND State = 0",
        3
    );
    private readonly Prepared _grow = new(
        connection,
        "UPDATE revision SET Number = Number + 1 WHERE Id = 1",
        0
    );
    private readonly Prepared _unreachable = new(
        connection,
        """
        UPDATE channel_accounts SET UnreachableBecause = $3, UnreachableSince = $4 WHERE Channel = $1 AND ChatId = $2
        """,
        4
    );

    private readonly Prepared _heard = new(
        connection,
        "UPDATE channel_accounts SET LastHeardAt = $3 WHERE Channel = $1 AND AccountId = $2",
        3
    );

    public void Use(SqliteTransaction? transaction)
    {
        foreach (var command in All)
            command.Use(transaction);
    }

    public IReadOnlyList<InboxItem> Receive(
        IReadOnlyList<ReceivedUpdate> updates,
        int epoch,
        DateTimeOffset now
    )
    {
        var items = new List<InboxItem>(updates.Count);
        foreach (var update in updates)
        {
            var body = update.Message is { } message
                ? JsonSerializer.Serialize(message, MessagingJson.Readable.IncomingMessage)
                : update.Raw;
            var state =
                update.Message is not null ? InboxState.Waiting
                : update.Error is not null ? InboxState.Parked
                : InboxState.Done;
            var seq = _receive.Scalar(
                update.Channel,
                epoch,
                update.UpdateId,
                update.AccountId,
                body,
                (int)state,
                update.Error,
                now.ToUnixTimeMilliseconds()
            );
            if (seq is { } stored && update.Message is not null)
                items.Add(new InboxItem(stored, 0, update.Message));
        }
        return items;
    }

    public void MarkDone(long seq) => _done.Run(seq);

    public void MarkFailed(long seq, int attempts, string error) => _failed.Run(seq, attempts, error);

    public void Park(long seq, int attempts, string error) => _park.Run(seq, attempts, error);

    public void Add(OutboxRow row) =>
        _add.Run(
            row.Id,
            row.Channel,
            row.ChatId,
            row.PersonId,
            (int)row.Lane,
            row.Body,
            (int)row.State,
            row.MessageId,
            row.CreatedAt.ToUnixTimeMilliseconds(),
            row.SentAt?.ToUnixTimeMilliseconds(),
            row.IsBare ? 1 : 0
        );

    public void MarkSent(long id, long? messageId, DateTimeOffset now) =>
        _sent.Run(id, messageId, now.ToUnixTimeMilliseconds());

    public void MarkPaused(string channel, long scope, DateTimeOffset until, TimeSpan length) =>
        _paused.Run(channel, scope, until.ToUnixTimeMilliseconds(), (int)Math.Ceiling(length.TotalSeconds));

    public void MarkResumed(long scope) => _resumed.Run(scope);

    public void MarkMoved(string channel, long fromChat, long toChat)
    {
        _movedAccounts.Run(channel, fromChat, toChat);
        _movedOutbox.Run(channel, fromChat, toChat);
    }

    public void MarkAttempt(long id, int attempts, bool mayHaveArrived, string? reason) =>
        _attempt.Run(id, attempts, mayHaveArrived ? 1 : 0, reason);

    public void MarkGivenUp(long id, string reason, DateTimeOffset now) =>
        _givenUp.Run(id, reason, now.ToUnixTimeMilliseconds());

    public void MarkLate(long id) => _late.Run(id);

    public void Remove(long id) => _remove.Run(id);

    public void MarkUnreachable(string channel, long chatId, string? reason, DateTimeOffset now)
    {
        _unreachable.Run(channel, chatId, reason, reason is null ? null : now.ToUnixTimeMilliseconds());
        _grow.Run();
    }

    public void MarkHeard(string channel, long accountId, DateTimeOffset now) =>
        _heard.Run(channel, accountId, now.ToUnixTimeMilliseconds());

    public void Dispose()
    {
        foreach (var command in All)
            command.Dispose();
    }

    private Prepared[] All =>
        [
            _receive,
            _done,
            _failed,
            _park,
            _add,
            _sent,
            _attempt,
            _givenUp,
            _late,
            _remove,
            _paused,
            _resumed,
            _movedAccounts,
            _movedOutbox,
            _unreachable,
            _heard,
            _grow,
        ];
}
