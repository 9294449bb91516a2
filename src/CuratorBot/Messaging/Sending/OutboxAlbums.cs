using Microsoft.Extensions.Logging;

namespace CuratorBot.Messaging.Sending;

/// <summary>What becomes of an album that the messenger will never take as one.</summary>
public sealed partial class Outbox
{
    /// <summary>Its parts go one by one, in its place: a file that is gone costs nothing but itself.</summary>
    private void TakeApart(Flight flight, IReadOnlyList<OutgoingMessage> parts, string reason)
    {
        var (album, row) = (flight.Message, flight.Message.Row);
        LogTakenApart(_log, row.Id, reason);
        var instead = parts.Select((part, place) => PartOf(album, part, place == parts.Count - 1)).ToList();
        lock (_lock)
            _window.NoteAnswered(flight);
        Put(
            marks =>
            {
                if (!album.IsStored)
                    return;
                marks.MarkGivenUp(row.Id, reason, _clock.GetUtcNow());
                foreach (var part in instead)
                    marks.Add(part.Row);
            },
            () => PutInPlaceOf(flight, instead)
        );
    }

    /// <summary>Nothing else of the chat gets in between, which was kept busy until now.</summary>
    private void PutInPlaceOf(Flight flight, List<QueuedMessage> instead)
    {
        lock (_lock)
        {
            var now = _realTime.Elapsed;
            _window.Leave(flight);
            foreach (var part in Enumerable.Reverse(instead))
                _queue.Add(part, now, inFront: true);
            _queue.Free(flight.Message.Row.ChatId, now);
        }
    }

    private static QueuedMessage PartOf(QueuedMessage album, OutgoingMessage part, bool isLast)
    {
        var row = album.Row;
        return new QueuedMessage(
            album.IsStored
                ? Postman.RowFor(row.Channel, row.ChatId, row.PersonId, row.Lane, part, row.CreatedAt)
                : Postman.RowForAnswer(row.Channel, row.ChatId, part, row.CreatedAt),
            part,
            album.Answers
        )
        {
            IsLast = album.IsLast && isLast,
            Settled = isLast ? album.Settled : null,
            IsKept = album.IsKept,
        };
    }

    [LoggerMessage(LogLevel.Warning, "Album {Id} is sent as single messages: {Reason}")]
    private static partial void LogTakenApart(ILogger log, long id, string reason);
}
