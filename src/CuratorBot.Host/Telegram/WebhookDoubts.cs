using Telegram.Bot.Types;

namespace CuratorBot.Host.Telegram;

/// <summary>What Telegram says of the way to our webhook.</summary>
public static class WebhookDoubts
{
    private static readonly TimeSpan Lately = TimeSpan.FromMinutes(5);
    private const int LongestWords = 120;

    public static bool IsOurs(WebhookInfo info, string url) =>
        Uri.TryCreate(info.Url, UriKind.Absolute, out var set) && set == new Uri(url);

    /// <summary>Null while updates arrive. An error of the past stays in the answer for ever: it counts while something waits.</summary>
    /// <param name="lastReceivedAt">When an update last came in; null when none has.</param>
    public static string? Of(WebhookInfo info, DateTimeOffset? lastReceivedAt, DateTimeOffset now)
    {
        if (info.LastErrorDate is not { } date || info.PendingUpdateCount == 0)
            return null;
        var failedAt = new DateTimeOffset(date, TimeSpan.Zero);
        return now - failedAt < Lately || lastReceivedAt is null || failedAt > lastReceivedAt
            ? $"Telegram cannot deliver to Telegram:WebhookUrl, {info.PendingUpdateCount} updates wait: "
                + $"{Plain(info.LastErrorMessage)}. Check the proxy, its certificate and the secret."
            : null;
    }

    /// <summary>The words of the other side, without what no sentence needs.</summary>
    private static string Plain(string? message) =>
        new([
            .. (message ?? "no reason given")
                .Where(sign =>
                    char.IsAsciiLetterOrDigit(sign) || " :,.'-".Contains(sign, StringComparison.Ordinal)
                )
                .Take(LongestWords),
        ]);
}
