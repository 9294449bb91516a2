namespace CuratorBot.Messaging.Sending;

/// <summary>
/// Which message goes next: replies before broadcasts, one at a time and in order within a chat, no faster
/// than the channel and the chat allow. Holds no thread and no clock; the caller locks and tells the time.
/// </summary>
internal sealed partial class SendQueue(double perSecond, double perSecondPerChat)
{
    private const double BurstInChat = 3;

    /// <summary>A hair slower than the limit, because the other side's clock is not ours.</summary>
    private const double ChatMargin = 1.05;

    private readonly Speed _speed = new(perSecond);
    private readonly Pace _all = new(perSecond, Math.Max(3, perSecond / 10));
    private readonly Dictionary<long, Chat> _chats = [];
    private readonly LinkedList<Chat>[] _ready = [new(), new()];
    private readonly PriorityQueue<Chat, TimeSpan> _resting = new();
    private readonly Dictionary<long, Lane> _waiting = [];

    private sealed class Chat(double rate)
    {
        public readonly LinkedList<QueuedMessage>[] Lanes = [new(), new()];
        public readonly Pace Pace = new(rate / ChatMargin, BurstInChat);
        public TimeSpan PausedUntil;
        public bool Busy;
        public bool Resting;

        /// <summary>Its place among the chats that may go; null when it is busy, resting or empty.</summary>
        public LinkedListNode<Chat>? Place;

        public int? FirstLane =>
            Lanes[0].Count > 0 ? 0
            : Lanes[1].Count > 0 ? 1
            : null;
        public QueuedMessage? First => FirstLane is { } lane ? Lanes[lane].First!.Value : null;
    }

    public int Count => _waiting.Count;

    public TimeSpan PausedUntil { get; private set; }

    public void Pause(TimeSpan until) => PausedUntil = until > PausedUntil ? until : PausedUntil;

    /// <summary>Only this chat gets nothing until then.</summary>
    public void Pause(long chatId, TimeSpan until, TimeSpan now)
    {
        var chat = ChatOf(chatId);
        chat.PausedUntil = until > chat.PausedUntil ? until : chat.PausedUntil;
        List(chat, now);
    }

    public double MessagesPerSecond(TimeSpan now) => _speed.At(now);

    /// <summary>It may be that the bot was meant: at half speed until then.</summary>
    public void Suspect(TimeSpan until) => _speed.Suspect(until);

    /// <param name="startedAt">When the request began that was refused.</param>
    public void SlowDown(TimeSpan startedAt, TimeSpan now) => _speed.Halve(startedAt, now);

    public void Add(QueuedMessage message, TimeSpan now, bool inFront = false)
    {
        var chat = ChatOf(message.Row.ChatId);
        if (!inFront && Fold(chat, message))
            return;
        var lane = (int)LaneFor(message);
        _waiting[message.Row.Id] = (Lane)lane;
        if (inFront)
            chat.Lanes[lane].AddFirst(message);
        else
            chat.Lanes[lane].AddLast(message);
        List(chat, now);
    }

    /// <summary>The next message that may go now; else null and the time at which to ask again, if any.</summary>
    /// <param name="broadcastsToo">False where there is room for replies only.</param>
    public QueuedMessage? Take(TimeSpan now, bool broadcastsToo, out TimeSpan? askAgainAt)
    {
        askAgainAt = null;
        WakeRested(now);
        if ((_ready[0].First ?? (broadcastsToo ? _ready[1].First : null)) is not { Value: var chat })
        {
            if (_resting.TryPeek(out _, out var rested))
                askAgainAt = rested;
            return null;
        }
        _all.PerSecond = _speed.At(now);
        var earliest = PausedUntil > _all.Earliest ? PausedUntil : _all.Earliest;
        if (earliest > now)
        {
            askAgainAt = earliest;
            return null;
        }
        return TakeFrom(chat, now);
    }

    /// <summary>The chat may get its next message.</summary>
    public void Free(long chatId, TimeSpan now)
    {
        var chat = ChatOf(chatId);
        chat.Busy = false;
        List(chat, now);
    }

    /// <summary>Everything that waits for a chat which can no longer be reached.</summary>
    public IReadOnlyList<QueuedMessage> RemoveAll(long chatId)
    {
        var chat = ChatOf(chatId);
        var removed = chat.Lanes.SelectMany(lane => lane).ToList();
        foreach (var lane in chat.Lanes)
            lane.Clear();
        foreach (var message in removed)
            _waiting.Remove(message.Row.Id);
        return removed;
    }

    /// <summary>What else waits of the answer to this question.</summary>
    public IReadOnlyList<QueuedMessage> PartsOf(long chatId, long question) =>
        [.. ChatOf(chatId).Lanes.SelectMany(lane => lane).Where(message => message.Answers == question)];

    /// <summary>An edit of a message that still waits must not overtake it.</summary>
    private Lane LaneFor(QueuedMessage message) =>
        message.Message.Target is { } target && _waiting.TryGetValue(target, out var lane)
            ? lane
            : message.Row.Lane;

    private QueuedMessage TakeFrom(Chat chat, TimeSpan now)
    {
        var lane = chat.FirstLane!.Value;
        Unlist(chat);
        var message = chat.Lanes[lane].First!.Value;
        chat.Lanes[lane].RemoveFirst();
        _waiting.Remove(message.Row.Id);
        chat.Busy = true;
        _all.Note(now);
        if (message.CountsForChat)
            chat.Pace.Note(now);
        return message;
    }

    private void WakeRested(TimeSpan now)
    {
        while (_resting.TryPeek(out var chat, out var rested) && rested <= now)
        {
            _resting.Dequeue();
            chat.Resting = false;
            List(chat, now);
        }
    }

    private void List(Chat chat, TimeSpan now)
    {
        if (chat.Busy || chat.Resting || chat.First is not { } first)
            return;
        Unlist(chat);
        var earliest = first.CountsForChat ? chat.Pace.Earliest : TimeSpan.MinValue;
        earliest = chat.PausedUntil > earliest ? chat.PausedUntil : earliest;
        if (earliest > now)
        {
            chat.Resting = true;
            _resting.Enqueue(chat, earliest);
        }
        else
            chat.Place = _ready[chat.FirstLane!.Value].AddLast(chat);
    }

    private static void Unlist(Chat chat)
    {
        chat.Place?.List?.Remove(chat.Place);
        chat.Place = null;
    }

    private Chat ChatOf(long chatId)
    {
        if (!_chats.TryGetValue(chatId, out var chat))
            _chats[chatId] = chat = new Chat(perSecondPerChat);
        return chat;
    }
}
