namespace CuratorBot.Host.Telegram.BotApi.Types;

public sealed record WebhookInfo : BotApiType
{
    /// <summary>Empty when no webhook is set.</summary>
    public string? Url { get; init; }
    public bool? HasCustomCertificate { get; init; }
    public int PendingUpdateCount { get; init; }
    public string? IpAddress { get; init; }

    /// <summary>Unix seconds.</summary>
    public long? LastErrorDate { get; init; }
    public string? LastErrorMessage { get; init; }
    public int? MaxConnections { get; init; }
    public IReadOnlyList<string>? AllowedUpdates { get; init; }
}

/// <summary>Why a request failed, for a machine.</summary>
public sealed record ResponseParameters : BotApiType
{
    public long? MigrateToChatId { get; init; }

    /// <summary>Seconds.</summary>
    public double? RetryAfter { get; init; }
}
