using Microsoft.Extensions.Logging;

namespace CuratorBot.Messaging.Sending;

/// <summary>One delivery and what follows from its outcome.</summary>
public sealed partial class Outbox
{
    private async Task Deliver(Flight flight)
    {
        DeliveryOutcome outcome;
        try
        {
            outcome = await Send(flight.Message);
        }
        catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
        {
            return;
        }
        catch (Exception error)
        {
            // Nothing is known of an error that no channel should throw; never lose the message over it.
            LogUnexpected(_log, flight.Message.Row.Id, ErrorWords.Of(error));
            outcome = new DeliveryOutcome.Ambiguous(error.GetType().Name);
        }
        Conclude(flight, outcome);
        Pump();
    }

    private ValueTask<DeliveryOutcome> Send(QueuedMessage message)
    {
        var (row, outgoing) = (message.Row, message.Message);
        if (row.MayHaveArrived && row.Attempts >= message.MostUnanswered)
            return new(new DeliveryOutcome.Ambiguous("it may have arrived twice"));
        if (!row.MayHaveArrived && outgoing.GoodUntil <= _clock.GetUtcNow())
            return new(new DeliveryOutcome.TooLate());
        long? target = null;
        if (outgoing.Target is { } targetId)
        {
            target = _sent.Find(targetId) ?? _reader.Find(targetId)?.MessageId;
            if (target is null)
                return new(new DeliveryOutcome.Rejected("the message to edit was never delivered"));
        }
        if (row is { MayHaveArrived: true, Lane: Lane.Broadcast } && outgoing.Kind == OutgoingKind.Send)
            outgoing = outgoing with
            {
                Text = Texts.RichText.Lines(_texts.Get("messaging.repeat"), outgoing.Text),
            };
        return _channels[row.Channel].Deliver(row.ChatId, outgoing, target, _stopping.Token);
    }

    private void Conclude(Flight flight, DeliveryOutcome outcome)
    {
        _failPoints.Pass(FailPoints.Sent);
        var (message, row) = (flight.Message, flight.Message.Row);
        switch (outcome)
        {
            case DeliveryOutcome.Delivered delivered:
                if (delivered.MessageId is { } messageId)
                    _sent.Note(row.Id, messageId);
                NoteArrived(flight);
                Mark(flight, marks => MarkDelivered(marks, flight, delivered.MessageId));
                break;
            case DeliveryOutcome.RetryAfter retry:
                NoteRefused(flight, retry.Pause);
                NoteNotSent(flight, "refused for a while");
                Again(flight);
                break;
            case DeliveryOutcome.NotSent notSent:
                NoteSetback(flight);
                NoteNotSent(flight, notSent.Reason);
                Again(flight);
                break;
            case DeliveryOutcome.MovedTo moved:
                Move(flight, moved.ChatId);
                break;
            case DeliveryOutcome.Ambiguous ambiguous when ++row.Attempts < message.MostUnanswered:
                row.MayHaveArrived = true;
                NoteSetback(flight);
                NoteAttempt(message, row.Attempts, ambiguous.Reason);
                Again(flight);
                break;
            case DeliveryOutcome.Unreachable unreachable:
                GiveUp(flight, unreachable.Reason, isUnreachable: true);
                break;
            case DeliveryOutcome.Rejected rejected when message.Message.Album is { } parts:
                TakeApart(flight, parts, rejected.Reason);
                break;
            case DeliveryOutcome.Rejected rejected:
                GiveUp(flight, rejected.Reason, isUnreachable: false);
                break;
            case DeliveryOutcome.Ambiguous ambiguous:
                GiveUp(flight, ambiguous.Reason, isUnreachable: false);
                break;
            case DeliveryOutcome.TooLate:
                NoteAnswered(flight);
                Mark(flight, marks => marks.MarkLate(row.Id));
                break;
        }
    }

    private void MarkDelivered(IMessageWriter marks, Flight flight, long? messageId)
    {
        var (message, row, now) = (flight.Message, flight.Message.Row, _clock.GetUtcNow());
        // What was noted while it hung is no longer true.
        if (flight.Hung && message.IsStored)
            marks.MarkAttempt(row.Id, row.Attempts, row.MayHaveArrived, reason: null);
        if (message.Message.LeavesNoTrace)
            marks.Remove(row.Id);
        else if (message.IsStored)
            marks.MarkSent(row.Id, messageId, now);
        else
            StoreAnswer(marks, message, messageId, now);
        MarkUnsaid(marks, message, now);
    }

    private static void MarkUnsaid(IMessageWriter marks, QueuedMessage message, DateTimeOffset now)
    {
        foreach (var unsaid in message.SaidInstead)
            marks.MarkGivenUp(unsaid.Row.Id, "something later was said instead", now);
    }

    /// <summary>Of an answer that changed nothing only what its buttons need is kept.</summary>
    private static void StoreAnswer(
        IMessageWriter marks,
        QueuedMessage message,
        long? messageId,
        DateTimeOffset now
    )
    {
        if (message.Message.Choices.Count > 0)
        {
            message.Row.Body = Postman.BodyOfAnswer(message.Message);
            message.Row.IsBare = true;
            message.Row.State = OutboxState.Sent;
            message.Row.MessageId = messageId;
            message.Row.SentAt = now;
            marks.Remove(message.Row.Id); // of a try that was told to have failed
            marks.Add(message.Row);
        }
        if (message.IsLast)
            marks.MarkDone(message.Answers!.Value);
    }

    private void GiveUp(Flight flight, string reason, bool isUnreachable)
    {
        var message = flight.Message;
        LogGivenUp(_log, message.Row.Id, reason);
        var row = message.Row;
        var lost = new List<QueuedMessage> { message };
        if (isUnreachable)
        {
            lock (_lock)
                lost.AddRange(_queue.RemoveAll(row.ChatId));
        }
        NoteAnswered(flight);
        Mark(
            flight,
            marks =>
            {
                var now = _clock.GetUtcNow();
                foreach (var each in lost.Where(each => each.IsStored))
                {
                    marks.MarkGivenUp(each.Row.Id, reason, now);
                    MarkUnsaid(marks, each, now);
                    if (each.Message.LeavesNoTrace)
                        marks.Remove(each.Row.Id);
                }
                foreach (var each in lost.Where(each => !each.IsStored && each.IsLast))
                    marks.MarkDone(each.Answers!.Value);
                if (isUnreachable)
                    marks.MarkUnreachable(row.Channel, row.ChatId, reason, now);
            }
        );
        foreach (var each in lost)
            each.Settled?.TrySetResult();
    }

    private void Move(Flight flight, long chatId)
    {
        var (row, from) = (flight.Message.Row, flight.Message.Row.ChatId);
        List<QueuedMessage> moved;
        lock (_lock)
            moved = [flight.Message, .. _queue.RemoveAll(from)];
        NoteAnswered(flight);
        foreach (var each in moved)
            each.Row.ChatId = chatId;
        Put(
            marks => marks.MarkMoved(row.Channel, from, chatId),
            () =>
            {
                Add(moved);
                Leave(flight);
            }
        );
    }

    /// <summary>Its place is free only when the mark is on disk: what a kill can repeat stays bounded.</summary>
    private void Mark(Flight flight, Action<IMessageWriter> marks) =>
        Put(
            marks,
            () =>
            {
                _failPoints.Pass(FailPoints.Marked);
                flight.Message.Settled?.TrySetResult();
                Leave(flight);
            }
        );

    /// <summary>Nothing of which a kill could repeat a message.</summary>
    private void Put(Action<IMessageWriter> marks) => Put(marks, static () => { });

    private void Put(Action<IMessageWriter> marks, Action onDisk) =>
        _marks.Put(
            marks,
            () =>
            {
                onDisk();
                Pump();
            }
        );

    private void Leave(Flight flight)
    {
        lock (_lock)
            _window.Leave(flight);
    }

    private void NoteArrived(Flight flight)
    {
        lock (_lock)
            _setbacks.NoteHealthy();
        NoteAnswered(flight);
    }

    /// <summary>Its chat may get the next message, and the place stays taken until the mark is on disk.</summary>
    private void NoteAnswered(Flight flight)
    {
        lock (_lock)
        {
            _window.NoteAnswered(flight);
            _queue.Free(flight.Message.Row.ChatId, _realTime.Elapsed);
        }
    }

    private void Again(Flight flight)
    {
        lock (_lock)
        {
            var now = _realTime.Elapsed;
            _window.Leave(flight);
            _queue.Add(flight.Message, now, inFront: true);
            _queue.Free(flight.Message.Row.ChatId, now);
        }
    }

    [LoggerMessage(LogLevel.Error, "Message {Id}: an unexpected error while sending: {Error}")]
    private static partial void LogUnexpected(ILogger log, long id, string error);

    [LoggerMessage(LogLevel.Warning, "Message {Id} is given up: {Reason}")]
    private static partial void LogGivenUp(ILogger log, long id, string reason);
}
