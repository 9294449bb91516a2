namespace CuratorBot.Host.Telegram.BotApi.Wire;

/// <summary>The envelope of a refusal, in which a pause need not be a whole number of seconds.</summary>
internal sealed record ErrorAnswer
{
    public bool? Ok { get; init; }
    public int? ErrorCode { get; init; }
    public string? Description { get; init; }
    public ErrorParameters? Parameters { get; init; }
}

/// <summary>Why a request failed, for a machine.</summary>
internal sealed record ErrorParameters
{
    public long? MigrateToChatId { get; init; }

    /// <summary>Seconds.</summary>
    public double? RetryAfter { get; init; }
}
