using System.Buffers;
using System.Buffers.Text;
using CuratorBot.Playground.Log;

namespace CuratorBot.Playground.Updates;

/// <summary>What happened and was not yet confirmed by the bot, oldest first.</summary>
public sealed class UpdateQueue : IDisposable
{
    private readonly Lock _gate = new();
    private readonly TimeProvider _timers;
    private readonly long _lifetime;
    private Update[] _ring = new Update[64];
    private int _head;
    private int _count;
    private bool _released;
    private long _nextId;
    private long _lastHandedOver = long.MinValue;
    private readonly Signal _polled = new();
    private LongPoll? _poll;
    private HashSet<string>? _allowed;
    private Action<Update>? _divert;

    internal UpdateQueue(PlaygroundOptions options)
    {
        _timers = options.Timers;
        _lifetime = (long)(options.UpdateExpiresAfter.TotalSeconds * _timers.TimestampFrequency);
        _nextId = options.FirstUpdateId ?? _timers.GetUtcNow().ToUnixTimeSeconds();
    }

    /// <summary>The id of the next update. Set it to imitate the jumps of the real server.</summary>
    public long NextId
    {
        get => Interlocked.Read(ref _nextId);
        set => Interlocked.Exchange(ref _nextId, value);
    }

    public int Count
    {
        get
        {
            lock (_gate)
                return _count;
        }
    }

    /// <summary>Waits until a getUpdates waits for updates.</summary>
    /// <exception cref="TimeoutException">None came in time (10 s when no time is given).</exception>
    public Task WaitForPoll(TimeSpan? timeout = null) =>
        _polled.Until(
            () => Volatile.Read(ref _poll),
            timeout ?? TimeSpan.FromSeconds(10),
            _timers,
            () => "Nobody polls."
        );

    /// <summary>Called when an update is given out for the first time: the chat, and a timestamp.</summary>
    /// <remarks>Runs under the queue's lock, so it must be quick.</remarks>
    public Action<long, long>? HandedOver { get; set; }

    /// <summary>Adds an update and returns its id.</summary>
    /// <param name="member">UTF-8 JSON without braces and update_id, such as <c>"message":{…}</c>; kept by
    /// reference, so the same bytes may serve many updates.</param>
    public long Enqueue(long chatId, ReadOnlyMemory<byte> member) => Enqueue(chatId, member, _lifetime);

    /// <summary>Adds an update under an id of the caller's choice: a repetition, or one out of order.</summary>
    public void Enqueue(long updateId, long chatId, ReadOnlyMemory<byte> member) =>
        Add(new Update(updateId, chatId, member, _timers.GetTimestamp() + _lifetime));

    /// <summary>Adds many updates under one lock and wakes the bot once.</summary>
    public void Preload(IEnumerable<(long ChatId, ReadOnlyMemory<byte> Member)> updates)
    {
        ArgumentNullException.ThrowIfNull(updates);
        var expires = _timers.GetTimestamp() + _lifetime;
        lock (_gate)
        {
            foreach (var (chatId, member) in updates)
                Append(new Update(_nextId++, chatId, member, expires));
            _poll?.Wake();
        }
    }

    internal long Enqueue(long chatId, ReadOnlyMemory<byte> member, long lifetime)
    {
        lock (_gate)
        {
            var id = _nextId++;
            Add(new Update(id, chatId, member, _timers.GetTimestamp() + lifetime));
            return id;
        }
    }

    /// <summary>Hands over what waits and what comes, each once and in order; null brings the queue back.</summary>
    internal void Divert(Action<Update>? taker)
    {
        lock (_gate)
        {
            _divert = taker;
            if (taker is null)
                return;
            foreach (var update in TakeAll())
                taker(update);
        }
    }

    internal void Allow(IEnumerable<string> kinds)
    {
        lock (_gate)
        {
            _allowed = kinds.ToHashSet(StringComparer.Ordinal);
            if (_allowed.Count == 0)
                _allowed = null;
        }
    }

    internal string[] Allowed()
    {
        lock (_gate)
            return _allowed?.ToArray() ?? [];
    }

    private void Add(Update update)
    {
        lock (_gate)
        {
            if (_allowed is not null && !_allowed.Contains(update.Kind()))
                return;
            if (_divert is not null)
            {
                _divert(update);
                return;
            }
            Append(update);
            _poll?.Wake();
        }
    }

    private void Append(Update update)
    {
        if (_count == _ring.Length)
            Grow();
        _ring[(_head + _count++) & (_ring.Length - 1)] = update;
    }

    private void Grow()
    {
        var larger = new Update[_ring.Length * 2];
        for (var i = 0; i < _count; i++)
            larger[i] = _ring[(_head + i) & (_ring.Length - 1)];
        (_ring, _head) = (larger, 0);
    }

    /// <summary>Drops what the offset confirms; a negative offset leaves only that many of the newest.</summary>
    internal void Confirm(long offset)
    {
        lock (_gate)
        {
            while (_count > 0 && (offset < 0 ? _count > -offset : First.Id < offset))
                DropFirst();
        }
    }

    internal Update[] TakeAll()
    {
        lock (_gate)
        {
            var all = new Update[_count];
            for (var i = 0; i < all.Length; i++, DropFirst())
                all[i] = First;
            return all;
        }
    }

    /// <summary>Writes up to <paramref name="limit"/> updates as a JSON array; false when there are none.</summary>
    internal bool TryWrite(int limit, IBufferWriter<byte> output)
    {
        lock (_gate)
        {
            DropExpired();
            if (_count == 0)
                return false;
            for (var i = 0; i < Math.Min(limit, _count); i++)
            {
                output.Write(i == 0 ? "[{\"update_id\":"u8 : ",{\"update_id\":"u8);
                Write(_ring[(_head + i) & (_ring.Length - 1)], output);
            }
            output.Write("]"u8);
            NoteHandedOver(Math.Min(limit, _count));
            return true;
        }
    }

    private void NoteHandedOver(int count)
    {
        if (HandedOver is not { } handedOver)
            return;
        var now = _timers.GetTimestamp();
        for (var i = 0; i < count; i++)
        {
            var update = _ring[(_head + i) & (_ring.Length - 1)];
            if (update.Id <= _lastHandedOver)
                continue;
            _lastHandedOver = update.Id;
            handedOver(update.ChatId, now);
        }
    }

    /// <summary>Starts to wait; an older waiting request is told to end.</summary>
    internal LongPoll BeginPoll(TimeSpan timeout, CancellationToken aborted)
    {
        lock (_gate)
        {
            _poll?.Replace();
            _poll = new LongPoll(_timers, timeout, aborted);
            _polled.Raise();
            if (_released)
                _poll.Wake();
            return _poll;
        }
    }

    internal void EndPoll(LongPoll poll)
    {
        lock (_gate)
        {
            if (ReferenceEquals(_poll, poll))
                _poll = null;
        }
        poll.Dispose();
    }

    /// <summary>From now on nobody waits for updates: a server that stops need not wait for them.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            _released = true;
            _poll?.Wake();
        }
    }

    /// <summary>Ends the waiting request, if any, as when a webhook takes over.</summary>
    internal void InterruptPoll()
    {
        lock (_gate)
        {
            _poll?.Replace();
            _poll = null;
        }
    }

    internal bool HasAny
    {
        get
        {
            lock (_gate)
            {
                DropExpired();
                return _count > 0;
            }
        }
    }

    private ref Update First => ref _ring[_head];

    private void DropFirst()
    {
        _ring[_head] = default;
        _head = (_head + 1) & (_ring.Length - 1);
        _count--;
    }

    /// <summary>Only the head is looked at, and then behind it while expired ones are in the way.</summary>
    private void DropExpired()
    {
        var now = _timers.GetTimestamp();
        var expired = 0;
        for (var i = 0; i < Math.Min(_count, 100); i++)
            expired += _ring[(_head + i) & (_ring.Length - 1)].ExpiresAt <= now ? 1 : 0;
        if (expired == 0)
            return;
        foreach (var update in TakeAll())
        {
            if (update.ExpiresAt > now)
                Append(update);
        }
    }

    private static void Write(in Update update, IBufferWriter<byte> output)
    {
        var span = output.GetSpan(24);
        Utf8Formatter.TryFormat(update.Id, span, out var written);
        span[written++] = (byte)',';
        output.Advance(written);
        output.Write(update.Member.Span);
        output.Write("}"u8);
    }
}
