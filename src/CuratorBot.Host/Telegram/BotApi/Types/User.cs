namespace CuratorBot.Host.Telegram.BotApi.Types;

public sealed record User : BotApiType
{
    public required long Id { get; init; }
    public bool? IsBot { get; init; }
    public string? FirstName { get; init; }
    public string? LastName { get; init; }
    public string? Username { get; init; }
    public string? LanguageCode { get; init; }
}

public sealed record Chat : BotApiType
{
    public required long Id { get; init; }

    /// <summary>private, group, supergroup or channel; the set is open.</summary>
    public string? Type { get; init; }
    public string? Title { get; init; }
    public string? Username { get; init; }
    public string? FirstName { get; init; }
    public string? LastName { get; init; }
    public bool? IsForum { get; init; }
}
