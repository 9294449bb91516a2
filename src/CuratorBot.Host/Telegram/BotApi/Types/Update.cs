namespace CuratorBot.Host.Telegram.BotApi.Types;

public sealed record Update : BotApiType
{
    public required long UpdateId { get; init; }
    public Message? Message { get; init; }
    public Message? EditedMessage { get; init; }
    public CallbackQuery? CallbackQuery { get; init; }
    public ChatMemberUpdated? MyChatMember { get; init; }
}

public sealed record CallbackQuery : BotApiType
{
    public required string Id { get; init; }
    public required User From { get; init; }

    /// <summary>The message with the button; only its chat and id (date 0) when the bot may no longer see it.</summary>
    public Message? Message { get; init; }
    public string? InlineMessageId { get; init; }
    public string? ChatInstance { get; init; }
    public string? Data { get; init; }
}

public sealed record ChatMemberUpdated : BotApiType
{
    public required Chat Chat { get; init; }
    public required User From { get; init; }

    /// <summary>Unix seconds.</summary>
    public long Date { get; init; }
    public ChatMember? OldChatMember { get; init; }
    public ChatMember? NewChatMember { get; init; }
}

public sealed record ChatMember : BotApiType
{
    /// <summary>creator, administrator, member, restricted, left or kicked (blocked, in a private chat).</summary>
    public string? Status { get; init; }
    public User? User { get; init; }
}
