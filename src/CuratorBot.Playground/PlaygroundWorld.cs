using System.Text;
using CuratorBot.Playground.BotApi;
using CuratorBot.Playground.Chats;
using CuratorBot.Playground.Faults;
using CuratorBot.Playground.Files;
using CuratorBot.Playground.Log;
using CuratorBot.Playground.Phones;
using CuratorBot.Playground.Updates;

namespace CuratorBot.Playground;

/// <summary>Everything behind the Bot API: people, chats, files, updates, faults and the log of requests.</summary>
/// <remarks>Thread-safe. Mount it with <c>UsePlayground</c>, or start it with <see cref="PlaygroundServer"/>.</remarks>
public sealed class PlaygroundWorld : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private readonly StateKeeper? _state;
    private readonly Signal _messagesChanged = new();

    public PlaygroundWorld(PlaygroundOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        Options = options;
        Log = new RequestLog(options);
        Updates = new UpdateQueue(options);
        Chats = new ChatBook(options);
        Files = new FileShelf(options);
        Limits = new RateLimits(options);
        Presses = new Presses(options);
        Webhook = new Webhook(options, Updates);
        Json = new MessageJson(options, Chats);
        UpdateJson = new UpdateJson(options, Chats, Json);
        Events = new EventHub(this);
        foreach (var person in options.Cast)
            AddPerson(person);
        _state = options.StateFile is null ? null : new StateKeeper(this, options.StateFile);
    }

    public PlaygroundOptions Options { get; }
    public RequestLog Log { get; }
    public FaultPlan Faults { get; } = new();
    public UpdateQueue Updates { get; }

    /// <summary>Called for every message that the bot sends: the chat, and a timestamp of the timers.</summary>
    /// <remarks>Runs inside the request, so it must be quick.</remarks>
    public Action<long, long>? MessageArrived { get; set; }

    internal ChatBook Chats { get; }
    internal FileShelf Files { get; }
    internal RateLimits Limits { get; }
    internal Presses Presses { get; }
    internal Webhook Webhook { get; }
    internal MessageJson Json { get; }
    internal UpdateJson UpdateJson { get; }
    internal EventHub Events { get; }
    internal CommandMenus Commands { get; } = new();

    /// <summary>The phone of a person; one outside the cast is made up.</summary>
    public Phone Phone(long userId)
    {
        lock (Chats.Gate)
            Chats.PrivateChat(userId);
        return new Phone(this, userId);
    }

    public void AddPerson(PlaygroundPerson person)
    {
        ArgumentNullException.ThrowIfNull(person);
        lock (Chats.Gate)
            Chats.Add(
                new Chat
                {
                    Id = person.UserId,
                    Person = person,
                    Started = person.HasStarted,
                }
            );
    }

    /// <summary>A group in which the bot already is.</summary>
    /// <param name="chatId">Negative.</param>
    public void AddGroup(long chatId, string title)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(chatId, 0);
        lock (Chats.Gate)
        {
            Chats.Add(
                new Chat
                {
                    Id = chatId,
                    Title = title,
                    Started = true,
                }
            );
        }
    }

    /// <summary>From now on the old group refuses messages and names the new one.</summary>
    public void MigrateGroup(long chatId, long newChatId)
    {
        lock (Chats.Gate)
        {
            var old = Chats.Find(chatId) ?? throw new ArgumentException("No such group.", nameof(chatId));
            old.MigratedTo = newChatId;
            AddGroup(newChatId, old.Title ?? "");
        }
    }

    /// <summary>The messages of a chat as they stand now, oldest first.</summary>
    public IReadOnlyList<ChatMessage> Messages(long chatId)
    {
        lock (Chats.Gate)
            return Chats.Find(chatId) is { } chat ? [.. chat.Messages] : [];
    }

    /// <summary>The menu of commands that a chat shows, as a JSON array of BotCommand.</summary>
    public string CommandsOf(long chatId) => Commands.For(chatId);

    /// <summary>The stored bytes of a file that a person or the bot sent.</summary>
    public Task<byte[]> ReadFile(StoredFile file) => Files.Read(file);

    /// <summary>Waits until the bot's messages of a chat hold a match, be it new, edited or there already.</summary>
    /// <param name="after">Only messages with a greater message_id.</param>
    /// <exception cref="TimeoutException">None came in time (10 s when no time is given); lists the chat.</exception>
    public Task<ChatMessage> WaitForMessage(
        long chatId,
        Func<ChatMessage, bool>? matches = null,
        TimeSpan? timeout = null,
        int after = 0
    ) =>
        _messagesChanged.Until(
            () => FindFromBot(chatId, after, matches),
            timeout ?? Patience,
            Options.Timers,
            () => Described(chatId)
        );

    /// <summary>Waits for the answer to a press.</summary>
    /// <exception cref="TimeoutException">None came in time (10 s when no time is given).</exception>
    public Task<PressAnswer> WaitForAnswer(string callbackQueryId, TimeSpan? timeout = null) =>
        Presses.Answered.Until(
            () => Presses.Find(callbackQueryId),
            timeout ?? Patience,
            Options.Timers,
            () => $"The press {callbackQueryId} was not answered."
        );

    /// <summary>Writes the state file when there is one.</summary>
    public async ValueTask DisposeAsync()
    {
        LetGo();
        Webhook.Dispose();
        if (_state is not null)
            await _state.DisposeAsync();
    }

    /// <summary>Ends the requests that wait, so that a server which stops need not wait for them.</summary>
    internal void LetGo()
    {
        Updates.Dispose();
        Events.Dispose();
    }

    internal ChatMessage FromBot(long chatId, Func<ChatMessage, ChatMessage> fill) =>
        FromBot(chatId, [fill])[0];

    /// <summary>Messages of one request: all of them or none, one after the other.</summary>
    internal IReadOnlyList<ChatMessage> FromBot(
        long chatId,
        IReadOnlyList<Func<ChatMessage, ChatMessage>> fills
    )
    {
        Limits.Spend(chatId);
        var messages = new List<ChatMessage>(fills.Count);
        lock (Chats.Gate)
        {
            var chat = Chats.ForBot(chatId);
            foreach (var fill in fills)
            {
                var message = fill(
                    new ChatMessage
                    {
                        MessageId = Chats.TakeMessageId(),
                        ChatId = chatId,
                        FromId = Options.BotId,
                        FromBot = true,
                        Date = Chats.Now(),
                    }
                );
                if (chat is not null)
                    Chats.Put(chat, message);
                messages.Add(message);
            }
        }
        foreach (var message in messages)
        {
            MessageArrived?.Invoke(chatId, Options.Timers.GetTimestamp());
            Changed(PlaygroundEvent.Added(message));
        }
        return messages;
    }

    /// <summary>Tells pages, tests and the state file that a chat is no longer what it was.</summary>
    internal void Changed(in PlaygroundEvent happened)
    {
        Announce(happened);
        _messagesChanged.Raise();
        _state?.Touch();
    }

    internal void Announce(in PlaygroundEvent happened) => Events.Publish(happened);

    internal void Record(Call call, int status, ReadOnlyMemory<byte> body, long started)
    {
        Log.Counted(call.Method, status);
        if (!Log.KeepsRequests)
            return;
        var took = Options.Timers.GetElapsedTime(started);
        var parameters = CallJson.Parameters(call);
        var response = Encoding.UTF8.GetString(body.Span);
        var at = Options.Timers.GetUtcNow() - took;
        Log.Keep(sequence => new RequestRecord(
            sequence,
            call.Method.Name,
            parameters,
            status,
            response,
            at,
            started,
            took,
            call.ChatId
        ));
    }

    private ChatMessage? FindFromBot(long chatId, int after, Func<ChatMessage, bool>? matches)
    {
        lock (Chats.Gate)
        {
            return Chats
                .Find(chatId)
                ?.Messages.Find(message =>
                    message.FromBot && message.MessageId > after && (matches is null || matches(message))
                );
        }
    }

    private string Described(long chatId) =>
        $"No matching message in chat {chatId}. It holds:\n"
        + string.Join(
            '\n',
            Messages(chatId).TakeLast(10).Select(message => $"{message.MessageId}: {message.Text}")
        );
}
