using System.Text.Json.Serialization;

namespace CuratorBot.Host.Telegram.BotApi.Types;

[JsonDerivedType(typeof(InlineKeyboardMarkup))]
[JsonDerivedType(typeof(ReplyKeyboardMarkup))]
[JsonDerivedType(typeof(ReplyKeyboardRemove))]
public abstract record ReplyMarkup : BotApiType;

public sealed record InlineKeyboardMarkup : ReplyMarkup
{
    public required IReadOnlyList<IReadOnlyList<InlineKeyboardButton>> InlineKeyboard { get; init; }
}

public sealed record InlineKeyboardButton : BotApiType
{
    public required string Text { get; init; }

    /// <summary>1–64 bytes of UTF-8.</summary>
    public string? CallbackData { get; init; }
    public string? Url { get; init; }
}

public sealed record ReplyKeyboardMarkup : ReplyMarkup
{
    public required IReadOnlyList<IReadOnlyList<KeyboardButton>> Keyboard { get; init; }
    public bool? IsPersistent { get; init; }
    public bool? ResizeKeyboard { get; init; }
    public bool? OneTimeKeyboard { get; init; }
    public string? InputFieldPlaceholder { get; init; }
}

public sealed record KeyboardButton : BotApiType
{
    public required string Text { get; init; }
    public bool? RequestContact { get; init; }
}

public sealed record ReplyKeyboardRemove : ReplyMarkup
{
    public bool RemoveKeyboard { get; init; } = true;
}

public sealed record LinkPreviewOptions : BotApiType
{
    public bool? IsDisabled { get; init; }
}
