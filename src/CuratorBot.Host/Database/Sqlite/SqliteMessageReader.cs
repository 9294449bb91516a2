using System.Text.Json;
using CuratorBot.Messaging;

namespace CuratorBot.Host.Database.Sqlite;

/// <summary>The reads of the message path on SQLite.</summary>
public sealed class SqliteMessageReader(SqliteConnections connections) : IMessageReader
{
    public WaitingMessages WaitingInbox() =>
        With(reader =>
        {
            using var command = reader.Command(
                "SELECT Seq, Attempts, Body FROM inbox WHERE State = 0 ORDER BY Seq"
            );
            using var row = command.ExecuteReader();
            var items = new List<InboxItem>();
            var unreadable = new List<UnreadableRow>();
            while (row.Read())
            {
                var (seq, attempts) = (row.GetInt64(0), row.GetInt32(1));
                if (ReadMessage(row.IsDBNull(2) ? null : row.GetString(2), out var error) is { } message)
                    items.Add(new InboxItem(seq, attempts, message));
                else
                    unreadable.Add(new UnreadableRow(seq, attempts, error));
            }
            return new WaitingMessages(items, unreadable);
        });

    public IReadOnlyList<OutboxRow> WaitingOutbox() =>
        With(reader =>
        {
            using var command = reader.Command(
                $"SELECT {SqliteReader.OutboxColumns} FROM outbox WHERE State = 0 ORDER BY Id"
            );
            using var row = command.ExecuteReader();
            var rows = new List<OutboxRow>();
            while (row.Read())
                rows.Add(SqliteReader.ReadOutbox(row));
            return rows;
        });

    public IReadOnlyList<PauseRow> Pauses() =>
        With(reader =>
        {
            using var command = reader.Command("SELECT Channel, ChatId, Until, Seconds FROM pauses");
            using var row = command.ExecuteReader();
            var rows = new List<PauseRow>();
            while (row.Read())
                rows.Add(
                    new PauseRow
                    {
                        Channel = row.GetString(0),
                        ChatId = row.GetInt64(1),
                        Until = DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(2)),
                        Seconds = row.GetInt32(3),
                    }
                );
            return rows;
        });

    public OutboxRow? Find(long outboxId) => With(reader => reader.Find(outboxId));

    public (int Epoch, long LastUpdateId)? LastReceived(string channel) =>
        With<(int, long)?>(reader =>
        {
            using var command = reader.Command(
                "SELECT Epoch, UpdateId FROM inbox WHERE Channel = $channel ORDER BY Seq DESC LIMIT 1"
            );
            command.Parameters.AddWithValue("$channel", channel);
            using var row = command.ExecuteReader();
            return row.Read() ? (row.GetInt32(0), row.GetInt64(1)) : null;
        });

    /// <summary>Null when nobody can read it, for a reason that repeats nothing of it.</summary>
    private static IncomingMessage? ReadMessage(string? body, out string error)
    {
        error = "no message in it";
        try
        {
            var message = body is null
                ? null
                : JsonSerializer.Deserialize(body, MessagingJson.Readable.IncomingMessage);
            if (message is not null && (message.Channel is null || !Enum.IsDefined(message.Kind)))
                error = message.Channel is null ? "no channel" : $"unknown kind {(int)message.Kind}";
            else
                return message;
        }
        catch (Exception unread) when (unread is not OutOfMemoryException)
        {
            error = "not the JSON of a message";
        }
        return null;
    }

    private T With<T>(Func<SqliteReader, T> read)
    {
        var reader = connections.Borrow();
        try
        {
            return read(reader);
        }
        finally
        {
            connections.GiveBack(reader);
        }
    }
}
