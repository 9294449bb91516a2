using CuratorBot.Host.Telegram.BotApi.Types;

namespace CuratorBot.Host.Telegram.BotApi.Requests;

/// <summary>A method without parameters.</summary>
public sealed record NoParameters : BotApiType;

public sealed record GetUpdates : BotApiType
{
    /// <summary>The first update wanted; all before it are forgotten by the server. Never negative.</summary>
    public long? Offset { get; init; }

    /// <summary>1–100.</summary>
    public int? Limit { get; init; }

    /// <summary>Seconds of long polling, at most 50.</summary>
    public int? Timeout { get; init; }
    public IReadOnlyList<string>? AllowedUpdates { get; init; }
}

public sealed record SetWebhook : BotApiType
{
    public required string Url { get; init; }

    /// <summary>1–100.</summary>
    public int? MaxConnections { get; init; }
    public IReadOnlyList<string>? AllowedUpdates { get; init; }

    /// <summary>Comes back in a header of each update; 1–256 of A-Z, a-z, 0-9, _ and -.</summary>
    public string? SecretToken { get; init; }
}

/// <summary>Waiting updates are kept for polling; there is deliberately no way to drop them here.</summary>
public sealed record DeleteWebhook : BotApiType;

public sealed record SetMyCommands : BotApiType
{
    public required IReadOnlyList<BotCommand> Commands { get; init; }
    public BotCommandScope? Scope { get; init; }
    public string? LanguageCode { get; init; }
}
