using CuratorBot.Playground.BotApi;

namespace CuratorBot.Playground.Chats;

/// <summary>All chats and their messages. Callers hold <see cref="Gate"/> while they read or change them.</summary>
internal sealed class ChatBook(PlaygroundOptions options)
{
    private readonly Dictionary<long, Chat> _chats = [];
    private int _nextMessageId = options.FirstMessageId;

    public Lock Gate { get; } = new();

    public IReadOnlyCollection<Chat> All => _chats.Values;

    public int NextMessageId => Volatile.Read(ref _nextMessageId);

    public int TakeMessageId() => Interlocked.Increment(ref _nextMessageId) - 1;

    public long Now() => options.Clock.GetUtcNow().ToUnixTimeSeconds();

    public Chat? Find(long chatId) => _chats.GetValueOrDefault(chatId);

    public void Add(Chat chat) => _chats[chat.Id] = chat;

    public void ContinueFrom(int messageId) => _nextMessageId = Math.Max(_nextMessageId, messageId);

    /// <summary>The private chat of a person, who is made up when unknown.</summary>
    public Chat PrivateChat(long userId)
    {
        if (_chats.TryGetValue(userId, out var chat))
            return chat;
        chat = new Chat { Id = userId, Person = new PlaygroundPerson(userId, $"Person {userId}") };
        _chats.Add(userId, chat);
        return chat;
    }

    /// <summary>The chat that a bot may write to; null when unknown chats are let through.</summary>
    public Chat? ForBot(long chatId)
    {
        if (!_chats.TryGetValue(chatId, out var chat))
            return options.AcceptUnknownChats ? null : throw BotApiException.BadRequest("chat not found");
        if (!options.AcceptUnknownChats || chat.Started)
            chat.MustTakeMessages();
        return chat;
    }

    public ChatMessage Put(Chat chat, ChatMessage message)
    {
        if (options.KeepMessages)
            chat.Messages.Add(message);
        return message;
    }
}
