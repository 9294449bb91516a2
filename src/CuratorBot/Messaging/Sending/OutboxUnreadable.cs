using Microsoft.Extensions.Logging;

namespace CuratorBot.Messaging.Sending;

/// <summary>Rows that hold no message which this version can send wait for a person; they hold up no other.</summary>
public sealed partial class Outbox
{
    private IEnumerable<QueuedMessage> Readable(IReadOnlyList<OutboxRow> rows)
    {
        foreach (var row in rows)
        {
            if (Read(row, out var error) is { } message)
                yield return new QueuedMessage(row, message, answers: null);
            else
                PutAside(row, error);
        }
    }

    /// <summary>Null when nobody can read it, for a reason that repeats nothing of it.</summary>
    private static OutgoingMessage? Read(OutboxRow row, out string error)
    {
        error = "";
        try
        {
            var message = Read(row);
            if (Enum.IsDefined(message.Kind) && Enum.IsDefined(row.Lane))
                return message;
            error = $"unknown kind {(int)message.Kind} or lane {(int)row.Lane}";
        }
        catch (Exception unread) when (unread is not OutOfMemoryException)
        {
            error = "not the JSON of a message";
        }
        return null;
    }

    private void PutAside(OutboxRow row, string error)
    {
        LogPutAside(_log, row.Id, error);
        _marks.Put(marks => marks.MarkGivenUp(row.Id, error, _clock.GetUtcNow()), onDisk: static () => { });
    }

    [LoggerMessage(
        LogLevel.Error,
        "Message {Id} cannot be read, so it is not sent and put aside with its text: {Error}"
    )]
    private static partial void LogPutAside(ILogger log, long id, string error);
}
