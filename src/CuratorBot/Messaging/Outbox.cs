using System.Text.Json;
using CuratorBot.Data;
using Microsoft.Extensions.Logging;

namespace CuratorBot.Messaging;

/// <summary>
/// Delivers what the transactions left to be sent. Sending twice cannot be excluded on an interface that
/// knows no repetition; what is not yet marked as sent is therefore bounded
/// (<see cref="SendingOptions.InFlightOrDefault"/>).
/// </summary>
public sealed partial class Outbox : IDisposable
{
    private readonly Lock _lock = new();
    private readonly SendQueue _queue;
    private readonly Dictionary<string, IChannel> _channels;
    private readonly IUnitOfWork _unitOfWork;
    private readonly IMessageReader _reader;
    private readonly TimeProvider _clock;
    private readonly RealTime _realTime;
    private readonly Texts.TextCatalogue _texts;
    private readonly ILogger<Outbox> _log;
    private readonly FailPoints _failPoints;
    private readonly int _mostInFlight;
    private readonly ITimer _timer;
    private readonly ITimer _recovery;
    private readonly SentMessages _sent = new();
    private readonly UnstoredAnswers _unstored;
    private readonly CancellationTokenSource _stopping = new();
    private int _inFlight;
    private int _failuresInARow;
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
        ILogger<Outbox> log
    )
    {
        _queue = new SendQueue(options.MessagesPerSecond, options.MessagesPerSecondPerChat);
        _mostInFlight = options.InFlightOrDefault;
        _channels = channels.ToDictionary(channel => channel.Name, StringComparer.Ordinal);
        (_unitOfWork, _reader, _clock, _realTime, _texts, _failPoints, _log) = (
            unitOfWork,
            reader,
            clock,
            realTime,
            texts,
            failPoints,
            log
        );
        _unstored = new UnstoredAnswers(realTime);
        _timer = realTime.Provider.CreateTimer(
            _ => Pump(),
            null,
            Timeout.InfiniteTimeSpan,
            Timeout.InfiniteTimeSpan
        );
        var minute = TimeSpan.FromMinutes(1);
        _recovery = realTime.Provider.CreateTimer(_ => SpeedUp(), null, minute, minute);
    }

    /// <summary>Messages that wait or whose fate is not yet on disk.</summary>
    public int Pending
    {
        get
        {
            lock (_lock)
                return _queue.Count + _inFlight;
        }
    }

    /// <summary>Answers that lie nowhere but here until they are sent.</summary>
    public UnstoredAnswers Unstored => _unstored;

    /// <summary>Takes up what an earlier run left behind, and begins to send.</summary>
    public void Start()
    {
        var waiting = _reader.WaitingOutbox();
        _started = true;
        Enqueue(waiting);
    }

    /// <summary>Messages that a committed transaction holds.</summary>
    public void Enqueue(IReadOnlyList<OutboxRow> rows) =>
        Add(rows.Select(row => new QueuedMessage(row, Read(row), answers: null)));

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

    /// <summary>Stops the spinner of a pressed button. Not stored: after a while the messenger forgets it.</summary>
    public void AnswerPress(string channel, string pressId, string? toast) =>
        _ = Settle(channel, pressId, toast);

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

    /// <summary>Begins nothing new and waits for what is on its way, so that it need not be said again.</summary>
    public async Task Stop(CancellationToken cancellation)
    {
        lock (_lock)
            _started = false;
        while (IsAnythingOnItsWay() && !cancellation.IsCancellationRequested)
            await _realTime
                .Delay(TimeSpan.FromMilliseconds(5), cancellation)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private bool IsAnythingOnItsWay()
    {
        lock (_lock)
            return _inFlight > 0;
    }

    public void Dispose()
    {
        _stopping.Cancel();
        _timer.Dispose();
        _recovery.Dispose();
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

    private void SpeedUp()
    {
        lock (_lock)
            _queue.SpeedUp();
        Pump();
    }

    /// <summary>Starts as many deliveries as may be under way now.</summary>
    private void Pump()
    {
        while (TryTake() is { } message)
            _ = Deliver(message);
    }

    private QueuedMessage? TryTake()
    {
        lock (_lock)
        {
            if (!_started || _inFlight >= _mostInFlight)
                return null;
            var now = _realTime.Elapsed;
            if (_queue.Take(now, out var askAgainAt) is { } message)
            {
                _inFlight++;
                return message;
            }
            if (askAgainAt is { } later)
                _timer.Change(later > now ? later - now : TimeSpan.Zero, Timeout.InfiniteTimeSpan);
            return null;
        }
    }
}
