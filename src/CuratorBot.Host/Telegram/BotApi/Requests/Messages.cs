using CuratorBot.Host.Telegram.BotApi.Types;

namespace CuratorBot.Host.Telegram.BotApi.Requests;

/// <summary>Rich text travels as entities, never as mark-up, so that a name like «&lt;b&gt;» breaks nothing.</summary>
public sealed record SendMessage : BotApiType
{
    public required long ChatId { get; init; }
    public long? MessageThreadId { get; init; }

    /// <summary>1–4096 UTF-16 units.</summary>
    public required string Text { get; init; }
    public IReadOnlyList<MessageEntity>? Entities { get; init; }
    public LinkPreviewOptions? LinkPreviewOptions { get; init; }
    public bool? DisableNotification { get; init; }
    public bool? ProtectContent { get; init; }
    public ReplyMarkup? ReplyMarkup { get; init; }
}

public sealed record EditMessageText : BotApiType
{
    public required long ChatId { get; init; }
    public required long MessageId { get; init; }
    public required string Text { get; init; }
    public IReadOnlyList<MessageEntity>? Entities { get; init; }
    public LinkPreviewOptions? LinkPreviewOptions { get; init; }

    /// <summary>Absent: the buttons go away.</summary>
    public InlineKeyboardMarkup? ReplyMarkup { get; init; }
}

public sealed record EditMessageReplyMarkup : BotApiType
{
    public required long ChatId { get; init; }
    public required long MessageId { get; init; }

    /// <summary>Absent: the buttons go away.</summary>
    public InlineKeyboardMarkup? ReplyMarkup { get; init; }
}

public sealed record DeleteMessage(long ChatId, long MessageId) : BotApiType;

public sealed record AnswerCallbackQuery : BotApiType
{
    public required string CallbackQueryId { get; init; }

    /// <summary>0–200 characters of toast.</summary>
    public string? Text { get; init; }
    public bool? ShowAlert { get; init; }
}

public sealed record SendChatAction : BotApiType
{
    public required long ChatId { get; init; }
    public long? MessageThreadId { get; init; }

    /// <summary>typing, upload_photo, upload_document …; shown for at most 5 seconds.</summary>
    public required string Action { get; init; }
}
