using CuratorBot.Messaging;
using CuratorBot.Tests.Support;

namespace CuratorBot.Tests.Sending;

/// <param name="At">Of the time that passes.</param>
internal sealed record Request(TimeSpan At, long ChatId, OutgoingMessage Message);

/// <summary>A messenger that takes its time, and answers as it is told.</summary>
internal sealed class SlowChannel(HeldTime time) : IChannel
{
    private readonly List<Action> _held = [];
    private long _lastMessageId = 5000;
    private bool _isCut;

    public string Name => "telegram";

    /// <summary>In the order in which they came.</summary>
    public List<Request> Requests { get; } = [];

    public int UnderWay { get; private set; }
    public int MostUnderWay { get; private set; }

    /// <summary>How long an answer takes; null never comes by itself.</summary>
    public Func<long, TimeSpan?> Takes { get; set; } = _ => TimeSpan.FromSeconds(0.1);

    /// <summary>What the answer is; null delivers.</summary>
    public Func<long, DeliveryOutcome?> Answers { get; set; } = _ => null;

    /// <summary>Told of each answer.</summary>
    public Action<long, OutgoingMessage> Answered { get; set; } = (_, _) => { };

    public DeliveryOutcome? AnswersPresses { get; set; }
    public int Presses { get; private set; }

    public int CountOf(long chat) => Requests.Count(request => request.ChatId == chat);

    /// <summary>All that hang are answered now.</summary>
    public void LetGo()
    {
        foreach (var answer in _held.ToList())
            answer();
        _held.Clear();
    }

    /// <summary>The run that asked is dead: no answer reaches it.</summary>
    public void Cut() => _isCut = true;

    public ValueTask<DeliveryOutcome> Deliver(
        long chatId,
        OutgoingMessage message,
        long? targetMessageId,
        CancellationToken cancellation
    )
    {
        Requests.Add(new Request(time.Elapsed, chatId, message));
        MostUnderWay = Math.Max(MostUnderWay, ++UnderWay);
        var outcome = Answers(chatId) ?? new DeliveryOutcome.Delivered(++_lastMessageId);
        var answer = new TaskCompletionSource<DeliveryOutcome>();
        void Give()
        {
            UnderWay--;
            Answered(chatId, message);
            if (!_isCut)
                answer.SetResult(outcome);
        }
        if (Takes(chatId) is { } delay)
            time.After(delay, Give);
        else
            _held.Add(Give);
        return new(answer.Task);
    }

    public ValueTask<DeliveryOutcome> AnswerPress(
        string pressId,
        string? toast,
        CancellationToken cancellation
    )
    {
        Presses++;
        return new(AnswersPresses ?? new DeliveryOutcome.Delivered(null));
    }

    public ValueTask<DownloadOutcome> Download(
        string fileId,
        Stream target,
        long limit,
        CancellationToken cancellation
    ) => new(new DownloadOutcome.Gone());
}
