using System.Collections.Concurrent;
using CuratorBot.Data;
using Microsoft.Extensions.Logging;

namespace CuratorBot.Messaging.Receiving;

/// <summary>Takes one message to its end: the turn, its changes and its replies.</summary>
public interface IMessageHandler
{
    /// <exception cref="StorageException">The database could not take it; try again later.</exception>
    /// <exception cref="StuckException">It came to no end; trying again would only hold the person up again.</exception>
    Task Handle(InboxItem item, CancellationToken cancellation);

    /// <summary>Told after every failed try, so that nobody waits before a spinner.</summary>
    void NoteFailed(InboxItem item, bool isLast);
}

/// <summary>A turn came to no end within its time and was let go.</summary>
public sealed class StuckException(string message) : Exception(message);

/// <summary>
/// Stores updates before the messenger hears that we have them, and works them off: in order for one person,
/// different people in parallel. What fails three times, or comes to no end, is parked and delays nobody else.
/// </summary>
public sealed partial class Inbox(
    IUnitOfWork unitOfWork,
    IMessageReader reader,
    IMessageHandler handler,
    RealTime realTime,
    FailPoints failPoints,
    ILogger<Inbox> log
) : IDisposable
{
    private static readonly TimeSpan[] PausesBeforeRetry =
    [
        TimeSpan.FromSeconds(5),
        TimeSpan.FromSeconds(30),
    ];

    private readonly ConcurrentDictionary<(string, long), PersonQueue> _people = new();
    private readonly CancellationTokenSource _stopping = new();
    private readonly ConcurrentDictionary<string, UpdateNumbers> _numbers = new();
    private int _backlog;

    /// <summary>Messages that are stored and not yet dealt with.</summary>
    public int Backlog => Volatile.Read(ref _backlog);

    /// <summary>How many people have messages that are not yet dealt with.</summary>
    public int People => _people.Count;

    /// <summary>When the last update came; null when none has come since the start.</summary>
    public DateTimeOffset? LastReceivedAt { get; private set; }

    /// <summary>Works off what an earlier run received and did not finish.</summary>
    public void Start()
    {
        var waiting = reader.WaitingInbox();
        foreach (var row in waiting.Unreadable)
            PutAside(row);
        Dispatch(waiting.Readable);
    }

    /// <summary>Returns once the updates are on disk: only then may the messenger be told.</summary>
    /// <exception cref="StorageException">They are not; the messenger keeps them.</exception>
    public async Task Accept(
        string channel,
        IReadOnlyList<ReceivedUpdate> updates,
        CancellationToken cancellation
    )
    {
        failPoints.Pass(FailPoints.Received);
        var now = realTime.Now;
        LastReceivedAt = now;
        var items = await Store(channel, updates, now, cancellation);
        failPoints.Pass(FailPoints.Stored);
        foreach (
            var unreadable in updates.Where(update => update.Message is null && update.Error is not null)
        )
            LogUnreadable(log, unreadable.UpdateId, unreadable.Error!);
        Dispatch(items);
    }

    private async Task<IReadOnlyList<InboxItem>> Store(
        string channel,
        IReadOnlyList<ReceivedUpdate> updates,
        DateTimeOffset now,
        CancellationToken cancellation
    )
    {
        try
        {
            var epoch = NumbersOf(channel).EpochOf(updates);
            return await unitOfWork.Write(
                scope => Task.FromResult(scope.Messages.Receive(updates, epoch, now)),
                cancellation
            );
        }
        catch (Exception error) when (unitOfWork.Explain(error) is StorageException or DamagedDataException)
        {
            throw error as StorageException ?? new StorageException("Updates could not be stored.", error);
        }
    }

    /// <summary>What no version can read waits for a person, with its text; it keeps nobody waiting.</summary>
    private void PutAside(UnreadableRow row)
    {
        LogPutAside(log, row.Seq, row.Error);
        unitOfWork.Post(
            marks => marks.Park(row.Seq, row.Attempts, row.Error),
            committed: static () => { },
            failed: static _ => { } // the next start finds it again
        );
    }

    public void Dispose()
    {
        _stopping.Cancel();
        _stopping.Dispose();
    }

    private void Dispatch(IReadOnlyList<InboxItem> items)
    {
        Interlocked.Add(ref _backlog, items.Count);
        foreach (var item in items)
            if (Enqueue(item) is { } queue)
                ThreadPool.UnsafeQueueUserWorkItem(
                    static work => _ = work.Inbox.WorkOff(work.Queue),
                    (Inbox: this, Queue: queue),
                    preferLocal: false
                );
    }

    /// <returns>The queue, where nobody works it off yet.</returns>
    private PersonQueue? Enqueue(InboxItem item)
    {
        var key = KeyOf(item);
        while (true)
        {
            var queue = _people.GetOrAdd(key, static _ => new PersonQueue());
            if (queue.TryAdd(item, out var mustBegin))
                return mustBegin ? queue : null;
            _people.TryRemove(KeyValuePair.Create(key, queue)); // its worker is leaving
        }
    }

    private static (string, long) KeyOf(InboxItem item) => (item.Message.Channel, item.Message.AccountId);

    private async Task WorkOff(PersonQueue queue)
    {
        while (queue.First is { } item)
        {
            if (_stopping.IsCancellationRequested)
                return;
            await HandleUntilSettled(item);
            Interlocked.Decrement(ref _backlog);
            if (queue.RemoveFirst())
                continue;
            _people.TryRemove(KeyValuePair.Create(KeyOf(item), queue));
            return;
        }
    }

    private async Task HandleUntilSettled(InboxItem item)
    {
        for (var (attempts, refusals) = (item.Attempts, 0); ; )
        {
            try
            {
                await handler.Handle(item with { Attempts = attempts }, _stopping.Token);
                return;
            }
            catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
            {
                return;
            }
            catch (Exception error)
            {
                var cause = unitOfWork.Explain(error);
                var again =
                    cause is StorageException
                        ? await Pause(StorageException.PauseAfter(refusals++))
                        : await Retry(item, ++attempts, cause);
                if (!again)
                    return;
            }
        }
    }

    /// <summary>Notes the failure; false when the message is parked.</summary>
    private async Task<bool> Retry(InboxItem item, int attempts, Exception error)
    {
        var isLast = attempts > PausesBeforeRetry.Length || error is StuckException;
        LogFailed(log, item.Seq, attempts, ErrorWords.Of(error));
        var what = ErrorWords.KindsOf(error);
        await Note(
            item.Seq,
            marks =>
            {
                if (isLast)
                    marks.Park(item.Seq, attempts, what);
                else
                    marks.MarkFailed(item.Seq, attempts, what);
            }
        );
        handler.NoteFailed(item, isLast); // behind the mark: what is put aside keeps its text
        return !isLast && await Pause(PausesBeforeRetry[attempts - 1]);
    }

    /// <summary>Returns when it is on disk, or cannot be.</summary>
    private async Task Note(long seq, Action<IMessageWriter> marks)
    {
        for (var refusals = 0; ; refusals++)
        {
            try
            {
                await unitOfWork.Write(scope =>
                {
                    marks(scope.Messages);
                    return Task.CompletedTask;
                });
                return;
            }
            catch (StorageException)
            {
                if (!await Pause(StorageException.PauseAfter(refusals)))
                    return;
            }
            catch (DamagedDataException error)
            {
                LogNotNoted(log, seq, ErrorWords.KindsOf(error));
                return;
            }
        }
    }

    /// <summary>False when the bot stops meanwhile.</summary>
    private async Task<bool> Pause(TimeSpan pause)
    {
        await realTime.Delay(pause, _stopping.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return !_stopping.IsCancellationRequested;
    }

    private UpdateNumbers NumbersOf(string channel) =>
        _numbers.GetOrAdd(
            channel,
            name =>
                reader.LastReceived(name) is { } last
                    ? new UpdateNumbers(last.Epoch, last.LastUpdateId)
                    : new UpdateNumbers(epoch: 1, last: null)
        );

    [LoggerMessage(LogLevel.Warning, "Update {UpdateId} cannot be read and is parked: {Error}")]
    private static partial void LogUnreadable(ILogger log, long updateId, string error);

    [LoggerMessage(LogLevel.Error, "Message {Seq} failed, try {Attempts}: {Error}")]
    private static partial void LogFailed(ILogger log, long seq, int attempts, string error);

    [LoggerMessage(LogLevel.Warning, "Message {Seq}: that it failed could not be noted: {Error}")]
    private static partial void LogNotNoted(ILogger log, long seq, string error);

    [LoggerMessage(
        LogLevel.Error,
        "Message {Seq} of an earlier run cannot be read and is put aside with its text: {Error}"
    )]
    private static partial void LogPutAside(ILogger log, long seq, string error);
}
