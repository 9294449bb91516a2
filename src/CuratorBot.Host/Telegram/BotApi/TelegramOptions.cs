namespace CuratorBot.Host.Telegram.BotApi;

public enum TelegramMode
{
    Polling,
    Webhook,
}

/// <summary>Section <c>Telegram</c>.</summary>
public sealed class TelegramOptions
{
    public const string Section = "Telegram";

    /// <summary>From BotFather: digits, a colon, letters. A secret: it is never logged.</summary>
    public string Token { get; set; } = "";

    /// <summary>Absolute, http or https; a server of one's own may stand under a path.</summary>
    public string ApiBaseUrl { get; set; } = "https://api.telegram.org";

    public TelegramMode Mode { get; set; } = TelegramMode.Polling;

    /// <summary>Where Telegram posts updates; https, for <see cref="TelegramMode.Webhook"/> only.</summary>
    public string? WebhookUrl { get; set; }

    /// <summary>1–256 of A-Z, a-z, 0-9, _ and -; for <see cref="TelegramMode.Webhook"/> only.</summary>
    public string? WebhookSecret { get; set; }

    public override string ToString() => $"{Section}: {Mode}";
}
