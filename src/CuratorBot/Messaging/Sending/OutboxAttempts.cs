using Microsoft.Extensions.Logging;

namespace CuratorBot.Messaging.Sending;

/// <summary>What is noted of tries that hang or came to nothing, so that a restart knows of them.</summary>
public sealed partial class Outbox
{
    /// <summary>A restart from now on takes this try for one that may have arrived.</summary>
    private void NoteHanging(Flight flight) =>
        NoteAttempt(flight.Message, flight.Message.Row.Attempts + 1, "no answer yet");

    private void NoteAttempt(QueuedMessage message, int attempts, string reason)
    {
        var id = message.Row.Id;
        if (!message.IsStored)
            Keep(message);
        Put(marks => marks.MarkAttempt(id, attempts, mayHaveArrived: true, reason));
    }

    /// <summary>
    /// What was to be stored only when it is sent may have arrived: from now on it lies in the outbox, with what else
    /// belongs to the answer, and its question is done. Else each restart would answer it once more.
    /// </summary>
    private void Keep(QueuedMessage message)
    {
        List<QueuedMessage> parts;
        lock (_lock)
        {
            parts = [message, .. _queue.PartsOf(message.Row.ChatId, message.Answers!.Value)];
            foreach (var part in parts)
                part.IsKept = true;
        }
        Put(marks =>
        {
            foreach (var part in parts)
            {
                part.Row.Body = Postman.Write(part.Message);
                marks.Remove(part.Row.Id); // of a try that was told to have failed
                marks.Add(part.Row);
            }
            marks.MarkDone(message.Answers.Value);
        });
    }

    /// <summary>What was noted while it hung is no longer true.</summary>
    private void NoteNotSent(Flight flight, string reason)
    {
        var (id, attempts, arrived) = (
            flight.Message.Row.Id,
            flight.Message.Row.Attempts,
            flight.Message.Row.MayHaveArrived
        );
        if (flight is { Hung: true, Message.IsStored: true })
            Put(marks => marks.MarkAttempt(id, attempts, arrived, reason));
    }

    private void NoteSetback(Flight flight)
    {
        var (message, chat) = (flight.Message, flight.Message.Row.ChatId);
        lock (_lock)
        {
            var now = _realTime.Elapsed;
            _queue.Pause(chat, now + Setbacks.Pause(++message.Setbacks), now);
            if (_setbacks.Note(chat, flight.StartedAt, now) is not { } pause)
                return;
            _queue.Pause(now + pause);
            LogPaused(_log, pause);
        }
    }

    [LoggerMessage(LogLevel.Warning, "Nothing arrives; sending pauses for {Pause}")]
    private static partial void LogPaused(ILogger log, TimeSpan pause);
}
