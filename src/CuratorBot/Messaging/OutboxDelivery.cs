using Microsoft.Extensions.Logging;

namespace CuratorBot.Messaging;

/// <summary>One delivery and what follows from its outcome.</summary>
public sealed partial class Outbox
{
    private const int MostAttempts = 3;

    private async Task Deliver(QueuedMessage message)
    {
        DeliveryOutcome outcome;
        try
        {
            outcome = await Send(message);
        }
        catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
        {
            return;
        }
        catch (Exception error)
        {
            // Nothing is known of an error that no channel should throw; never lose the message over it.
            LogUnexpected(_log, message.Row.Id, ErrorWords.Of(error));
            outcome = new DeliveryOutcome.Ambiguous(error.GetType().Name);
        }
        Conclude(message, outcome);
        Pump();
    }

    private ValueTask<DeliveryOutcome> Send(QueuedMessage message)
    {
        var (row, outgoing) = (message.Row, message.Message);
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

    private void Conclude(QueuedMessage message, DeliveryOutcome outcome)
    {
        _failPoints.Pass(FailPoints.Sent);
        var row = message.Row;
        switch (outcome)
        {
            case DeliveryOutcome.Delivered delivered:
                NoteHealthy();
                if (delivered.MessageId is { } messageId)
                    _sent.Note(row.Id, messageId);
                Free(row.ChatId);
                Mark(message, marks => MarkDelivered(marks, message, delivered.MessageId));
                break;
            case DeliveryOutcome.RetryAfter retry:
                Pause(retry.Pause + (retry.Pause * 0.05), slower: true);
                Again(message);
                break;
            case DeliveryOutcome.NotSent:
                Pause(Backoff(), slower: false);
                Again(message);
                break;
            case DeliveryOutcome.MovedTo moved:
                Move(message, moved.ChatId);
                break;
            case DeliveryOutcome.Ambiguous ambiguous when ++row.Attempts < MostAttempts:
                row.MayHaveArrived = true;
                Pause(Backoff(), slower: false);
                if (message.IsStored)
                    _unitOfWork.Post(
                        marks =>
                            marks.MarkAttempt(row.Id, row.Attempts, mayHaveArrived: true, ambiguous.Reason),
                        committed: static () => { },
                        failed: error => LogNotMarked(_log, row.Id, error)
                    );
                Again(message);
                break;
            case DeliveryOutcome.Unreachable unreachable:
                GiveUp(message, unreachable.Reason, isUnreachable: true);
                break;
            case DeliveryOutcome.Rejected rejected:
                GiveUp(message, rejected.Reason, isUnreachable: false);
                break;
            case DeliveryOutcome.Ambiguous ambiguous:
                GiveUp(message, ambiguous.Reason, isUnreachable: false);
                break;
        }
    }

    private void MarkDelivered(IMessageWriter marks, QueuedMessage message, long? messageId)
    {
        var (row, now) = (message.Row, _clock.GetUtcNow());
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
            marks.Add(message.Row);
        }
        if (message.IsLast)
            marks.MarkDone(message.Answers!.Value);
    }

    private void GiveUp(QueuedMessage message, string reason, bool isUnreachable)
    {
        LogGivenUp(_log, message.Row.Id, reason);
        var row = message.Row;
        var lost = new List<QueuedMessage> { message };
        if (isUnreachable)
        {
            lock (_lock)
                lost.AddRange(_queue.RemoveAll(row.ChatId));
        }
        Free(row.ChatId);
        Mark(
            message,
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

    private void Move(QueuedMessage message, long chatId)
    {
        var (row, from) = (message.Row, message.Row.ChatId);
        List<QueuedMessage> moved;
        lock (_lock)
            moved = [message, .. _queue.RemoveAll(from)];
        Free(from);
        foreach (var each in moved)
            each.Row.ChatId = chatId;
        Mark(message, marks => marks.MarkMoved(row.Channel, from, chatId));
        Add(moved);
    }

    /// <summary>The slot is free only when the mark is on disk: what a kill can repeat stays bounded.</summary>
    private void Mark(QueuedMessage message, Action<IMessageWriter> marks) =>
        _unitOfWork.Post(
            marks,
            committed: () =>
            {
                _failPoints.Pass(FailPoints.Marked);
                message.Settled?.TrySetResult();
                Leave();
            },
            failed: error =>
            {
                LogNotMarked(_log, message.Row.Id, error);
                message.Settled?.TrySetResult();
                Leave();
            }
        );

    private void Leave()
    {
        lock (_lock)
            _inFlight--;
        Pump();
    }

    private void Free(long chatId)
    {
        lock (_lock)
            _queue.Free(chatId, _realTime.Elapsed);
    }

    private void Again(QueuedMessage message)
    {
        lock (_lock)
        {
            _inFlight--;
            _queue.Add(message, _realTime.Elapsed, inFront: true);
            _queue.Free(message.Row.ChatId, _realTime.Elapsed);
        }
    }

    private void Pause(TimeSpan pause, bool slower)
    {
        lock (_lock)
        {
            _queue.Pause(_realTime.Elapsed + pause);
            if (slower)
                _queue.SlowDown();
        }
        LogPaused(_log, pause);
    }

    private void NoteHealthy() => Volatile.Write(ref _failuresInARow, 0);

    private TimeSpan Backoff() =>
        TimeSpan.FromSeconds(
            Math.Min(60, Math.Pow(2, Math.Min(6, Interlocked.Increment(ref _failuresInARow) - 1)))
        );

    private async Task Settle(string channel, string pressId, string? toast)
    {
        try
        {
            var outcome = await _channels[channel].AnswerPress(pressId, toast, _stopping.Token);
            if (outcome is DeliveryOutcome.RetryAfter retry)
                Pause(retry.Pause, slower: true);
            else if (outcome is not DeliveryOutcome.Delivered)
                LogPressNotAnswered(_log, outcome.ToString());
        }
        catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
        {
            LogPressNotAnswered(_log, "the bot is stopping");
        }
    }

    [LoggerMessage(LogLevel.Error, "Message {Id}: an unexpected error while sending: {Error}")]
    private static partial void LogUnexpected(ILogger log, long id, string error);

    [LoggerMessage(LogLevel.Warning, "Message {Id} is given up: {Reason}")]
    private static partial void LogGivenUp(ILogger log, long id, string reason);

    [LoggerMessage(
        LogLevel.Warning,
        "Message {Id} was sent, but that could not be stored; it may go out again"
    )]
    private static partial void LogNotMarked(ILogger log, long id, Exception error);

    [LoggerMessage(LogLevel.Warning, "Sending pauses for {Pause}")]
    private static partial void LogPaused(ILogger log, TimeSpan pause);

    [LoggerMessage(LogLevel.Warning, "A press could not be answered: {Outcome}")]
    private static partial void LogPressNotAnswered(ILogger log, string outcome);
}
