namespace CuratorBot.Host.Telegram.BotApi;

/// <summary>How long an answer is waited for.</summary>
public sealed record BotApiTimeouts
{
    /// <summary>Above the 10–30 s that throttled connections take: giving up early only makes answers ambiguous.</summary>
    public TimeSpan Request { get; init; } = TimeSpan.FromSeconds(45);

    /// <summary>Uploads and downloads, whole.</summary>
    public TimeSpan Transfer { get; init; } = TimeSpan.FromMinutes(3);

    /// <summary>On top of the long poll's own seconds, so that a half-open connection is noticed.</summary>
    public TimeSpan BeyondPoll { get; init; } = TimeSpan.FromSeconds(10);
}
