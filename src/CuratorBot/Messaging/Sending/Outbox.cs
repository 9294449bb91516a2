using System.Text.Json;
using CuratorBot.Condition;
using CuratorBot.Data;
using Microsoft.Extensions.Logging;

namespace CuratorBot.Messaging.Sending;

/// <summary>
/// Delivers what the transactions left to be sent. Sending twice cannot be excluded on an interface that
/// knows no repetition; what is not yet marked as sent is therefore bounded (<see cref="SendWindow"/>), and
/// nothing is sent while marks cannot be stored (<see cref="Marks"/>).
/// </summary>
public sealed partial class Outbox : IDisposable
{
    private static readonly TimeSpan PatienceWithMarks = TimeSpan.FromSeconds(5);

    private readonly Lock _lock = new();
    private readonly SendQueue _queue;
    private readonly SendWindow _window;
    private readonly Pauses _pauses = new();
    private readonly Setbacks _setbacks = new();
    private readonly Marks _marks;
    private readonly Dictionary<string, IChannel> _channels;
    private readonly IMessageReader _reader;
    private readonly TimeProvider _clock;
    private readonly RealTime _realTime;
    private readonly Texts.TextCatalogue _texts;
    private readonly ILogger<Outbox> _log;
    private readonly FailPoints _failPoints;
    private readonly Troubles _troubles;
    private readonly ITimer _timer;
    private readonly SentMessages _sent = new();
    private readonly UnstoredAnswers _unstored;
    private readonly CancellationTokenSource _stopping = new();
    private TimeSpan _wakesAt = TimeSpan.MaxValue;
    private bool _started;

    public Outbox(
        SendingOptions options,
        IEnumerable<IChannel> channels,
        IUnitOfWork unitOfWork,
        IMessageReader reader,
        TimeProvider clock,
        RealTime realTime,
        Texts.TextCatalogue texts,
        FailPoints failPoints,
        Troubles troubles,
        ILogger<Outbox> log
    )
    {
        _queue = new SendQueue(options.MessagesPerSecond, options.MessagesPerSecondPerChat);
        _window = new SendWindow(options.InFlightOrDefault, options.Hanging);
        _marks = new Marks(unitOfWork, realTime, troubles, log);
        _channels = channels.ToDictionary(channel => channel.Name, StringComparer.Ordinal);
        (_reader, _clock, _realTime, _texts, _failPoints, _troubles, _log) = (
            reader,
            clock,
            realTime,
            texts,
            failPoints,
            troubles,
            log
        );
        _unstored = new UnstoredAnswers(realTime);
        _timer = realTime.Provider.CreateTimer(
            _ => WakeUp(),
            null,
            Timeout.InfiniteTimeSpan,
            Timeout.InfiniteTimeSpan
        );
    }

    /// <summary>Messages that wait or whose fate is not yet on disk.</summary>
    public int Pending
    {
        get
        {
            lock (_lock)
                return _queue.Count + _window.Count;
        }
    }

    /// <summary>Answers that lie nowhere but here until they are sent.</summary>
    public UnstoredAnswers Unstored => _unstored;

    /// <summary>Takes up what an earlier run left behind, and begins to send.</summary>
    public void Start()
    {
        var waiting = _reader.WaitingOutbox();
        TakeUpPauses(_reader.Pauses());
        _started = true;
        Enqueue(waiting);
    }

    /// <summary>Messages that a committed transaction holds.</summary>
    public void Enqueue(IReadOnlyList<OutboxRow> rows) => Add(Readable(rows));

    /// <summary>The answer to a question that changed nothing; stored when it is sent.</summary>
    /// <returns>Done when the fate of the whole answer is on disk.</returns>
    public Task Answer(long inboxSeq, IReadOnlyList<(OutboxRow Row, OutgoingMessage Message)> answer)
    {
        var settled = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _unstored.Note(settled.Task);
        Add(
            answer.Select(
                (part, index) =>
                    index < answer.Count - 1
                        ? new QueuedMessage(part.Row, part.Message, inboxSeq) { IsLast = false }
                        : new QueuedMessage(part.Row, part.Message, inboxSeq) { Settled = settled }
            )
        );
        return settled.Task;
    }

    public static OutgoingMessage Read(OutboxRow row) => Read(row.Body);

    /// <summary>Of a message that was forgotten once it was sent nothing but its id is left.</summary>
    public static OutgoingMessage Read(string body)
    {
        var message =
            JsonSerializer.Deserialize(body, MessagingJson.Readable.OutgoingMessage)
            ?? throw new JsonException("The message in the outbox is empty.");
        return message with
        {
            Text = message.Text ?? Texts.RichText.Empty,
            Choices = message.Choices ?? [],
            Menu = message.Menu ?? [],
        };
    }

    /// <summary>
    /// Begins nothing new and waits for what is on its way, so that it need not be said again. For marks that fail it
    /// waits a little only: whoever stops the bot over a full disk does not get it back by waiting.
    /// </summary>
    public async Task Stop(CancellationToken cancellation)
    {
        BeginNothingNew();
        var patience = _realTime.Elapsed + PatienceWithMarks;
        while (
            IsAnythingOnItsWay()
            && !cancellation.IsCancellationRequested
            && !(_marks.AreFailing && _realTime.Elapsed >= patience)
        )
            await _realTime
                .Delay(TimeSpan.FromMilliseconds(5), cancellation)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <summary>What is on its way goes on; all else is kept for the next start.</summary>
    public void BeginNothingNew()
    {
        lock (_lock)
            _started = false;
    }

    private bool IsAnythingOnItsWay()
    {
        lock (_lock)
            return _window.Count > 0;
    }

    public void Dispose()
    {
        _stopping.Cancel();
        _timer.Dispose();
        _marks.Dispose();
        _stopping.Dispose();
    }

    private void Add(IEnumerable<QueuedMessage> messages)
    {
        lock (_lock)
        {
            foreach (var message in messages)
                _queue.Add(message, _realTime.Elapsed);
        }
        Pump();
    }

    /// <summary>Starts as many deliveries as may be under way now.</summary>
    private void Pump()
    {
        while (TryTake() is { } flight)
            _ = Deliver(flight);
    }

    private Flight? TryTake()
    {
        lock (_lock)
        {
            var now = _realTime.Elapsed;
            EndPauses(now);
            foreach (var late in _window.Age(now))
                NoteHanging(late);
            TimeSpan? askAgainAt = null;
            var taken =
                _started && !_marks.AreFailing && _window.HasRoom(Lane.Reply)
                    ? _queue.Take(now, _window.HasRoom(Lane.Broadcast), out askAgainAt)
                    : null;
            if (taken is null)
            {
                WakeAt(Earliest(askAgainAt, _window.NextHangsAt, _pauses.NextEnd), now);
                return null;
            }
            var flight = new Flight(taken, now);
            _window.Begin(flight);
            return flight;
        }
    }

    /// <summary>An alarm that was set for earlier stays: to look once too often does no harm.</summary>
    private void WakeAt(TimeSpan? at, TimeSpan now)
    {
        if (at is not { } then || (then >= _wakesAt && _wakesAt > now))
            return;
        _wakesAt = then;
        _timer.Change(then > now ? then - now : TimeSpan.Zero, Timeout.InfiniteTimeSpan);
    }

    private void WakeUp()
    {
        lock (_lock)
            _wakesAt = TimeSpan.MaxValue;
        Pump();
    }

    private static TimeSpan? Earliest(params ReadOnlySpan<TimeSpan?> times)
    {
        TimeSpan? earliest = null;
        foreach (var time in times)
            earliest = time is null || earliest < time ? earliest : time;
        return earliest;
    }
}
