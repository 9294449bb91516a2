using CuratorBot.Condition;
using CuratorBot.Data;
using CuratorBot.Messaging;
using CuratorBot.Messaging.Sending;
using CuratorBot.Tests.Support;
using CuratorBot.Texts;
using Microsoft.Extensions.Logging.Abstractions;

namespace CuratorBot.Tests.Sending;

/// <summary>An outbox alone, in time that only a test moves, between a channel and a disk that do as they are told.</summary>
internal sealed class OutboxBench : IDisposable
{
    private readonly SendingOptions _options;
    private readonly RealTime _realTime;
    private long _lastId;
    private bool _ended;

    public OutboxBench(SendingOptions? options = null, Desk? desk = null, HeldTime? time = null)
    {
        // Whatever follows from an answer happens at once, on the thread of the test.
        SynchronizationContext.SetSynchronizationContext(null);
        _options = options ?? new SendingOptions();
        Time = time ?? new HeldTime();
        Desk = desk ?? new Desk();
        _realTime = new RealTime(Time);
        Troubles = new Troubles(_realTime);
        Channel = new SlowChannel(Time);
        Outbox = new Outbox(
            _options,
            [Channel],
            Desk,
            Desk,
            Time,
            _realTime,
            Texts.Value,
            new FailPoints(),
            Troubles,
            NullLogger<Outbox>.Instance
        );
    }

    public HeldTime Time { get; }
    public Desk Desk { get; }
    public SlowChannel Channel { get; }
    public Troubles Troubles { get; }
    public Outbox Outbox { get; }

    public static OutboxBench Started(SendingOptions? options = null)
    {
        var bench = new OutboxBench(options);
        bench.Outbox.Start();
        return bench;
    }

    /// <summary>The same disk and messenger's clock after a restart.</summary>
    /// <param name="takes">How long requests take from the start on; null: no time worth telling.</param>
    public OutboxBench Restart(Func<long, TimeSpan?>? takes = null)
    {
        Dispose();
        Channel.Cut();
        var next = new OutboxBench(_options, Desk, Time) { _lastId = _lastId };
        next.Channel.Takes = takes ?? next.Channel.Takes;
        next.Outbox.Start();
        return next;
    }

    /// <summary>A message that a transaction left to be sent.</summary>
    public OutboxRow Say(long chat, Lane lane = Lane.Reply, string text = "") =>
        Say(chat, Message(text), lane);

    public OutboxRow Say(long chat, OutgoingMessage message, Lane lane = Lane.Reply)
    {
        var row = Postman.RowFor(Channel.Name, chat, null, lane, message, Time.GetUtcNow());
        Desk.Add(row);
        Outbox.Enqueue([row]);
        return row;
    }

    /// <summary>The answer to a question that changed nothing.</summary>
    public Task Answer(long chat, long question, int parts = 1) =>
        Answer(chat, question, [.. Enumerable.Range(0, parts).Select(_ => Message(""))]);

    public Task Answer(long chat, long question, params OutgoingMessage[] answer) =>
        Outbox.Answer(
            question,
            [
                .. answer.Select(message =>
                    (Postman.RowForAnswer(Channel.Name, chat, message, Time.GetUtcNow()), message)
                ),
            ]
        );

    /// <summary>An album of so many photos: «file 1», «file 2» …</summary>
    public OutgoingMessage Album(int photos)
    {
        var id = ++_lastId;
        return new OutgoingMessage
        {
            Id = id,
            Kind = OutgoingKind.Album,
            Album =
            [
                .. Enumerable
                    .Range(1, photos)
                    .Select(number => new OutgoingMessage
                    {
                        Id = ++_lastId,
                        Kind = OutgoingKind.Photo,
                        FileId = $"file {number}",
                    }),
            ],
        };
    }

    public void Advance(double seconds) => Time.Pass(TimeSpan.FromSeconds(seconds));

    public void Dispose()
    {
        if (!_ended)
            Outbox.Dispose();
        _ended = true;
    }

    /// <summary>No two say the same: of what waits twice only one would go out.</summary>
    private OutgoingMessage Message(string text)
    {
        var id = ++_lastId;
        return new OutgoingMessage { Id = id, Text = text.Length > 0 ? text : $"Number {id}" };
    }

    private static readonly Lazy<TextCatalogue> Texts = new(() => TextCatalogue.LoadRussian());
}
