using System.Text.Json;

namespace CuratorBot.Host.Telegram.BotApi.Wire;

/// <summary>Answer → failure, by the official wordings of the Bot API server.</summary>
internal static class BotApiErrors
{
    public static readonly TimeSpan DefaultRetryAfter = TimeSpan.FromSeconds(30);

    private static readonly (string Words, UnreachableReason Reason)[] Unreachable =
    [
        ("bot was blocked by the user", UnreachableReason.Blocked),
        ("bot can't initiate conversation", UnreachableReason.Blocked),
        ("user is deactivated", UnreachableReason.Deactivated),
        ("bot was kicked", UnreachableReason.Kicked),
        ("bot is not a member", UnreachableReason.Kicked),
        ("chat not found", UnreachableReason.ChatNotFound),
        ("group chat was deleted", UnreachableReason.ChatNotFound),
        ("PEER_ID_INVALID", UnreachableReason.ChatNotFound),
    ];

    /// <param name="status">HTTP status.</param>
    /// <param name="body">What was read of the body, whole or not.</param>
    /// <param name="retryAfter">The HTTP header, for gateways that refuse without JSON.</param>
    /// <param name="token">Cut out of the description, should a server ever echo the path.</param>
    public static BotApiFailure Classify(
        int status,
        ReadOnlySpan<byte> body,
        TimeSpan? retryAfter,
        string token
    ) =>
        TryRead(body) is { Ok: false } error
            ? FromJson(error, error.ErrorCode ?? status, token)
            : WithoutJson(status, body, retryAfter);

    private static ErrorAnswer? TryRead(ReadOnlySpan<byte> body)
    {
        try
        {
            return JsonSerializer.Deserialize(body, BotApiJsonContext.Default.ErrorAnswer);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static BotApiFailure FromJson(ErrorAnswer error, int code, string token)
    {
        var description = (error.Description ?? "").Replace(token, "***", StringComparison.Ordinal);
        if (error.Parameters?.MigrateToChatId is { } chatId)
            return new BotApiFailure.MovedTo(chatId);
        if (code is 429)
            return new BotApiFailure.RetryAfter(Pause(error.Parameters?.RetryAfter));
        if (code >= 500)
            return new BotApiFailure.Failed(code);
        if (code is 400 or 403 && UnreachableBy(description) is { } reason)
            return new BotApiFailure.Unreachable(reason);
        return new BotApiFailure.Rejected(code, description);
    }

    private static BotApiFailure WithoutJson(int status, ReadOnlySpan<byte> body, TimeSpan? retryAfter) =>
        status switch
        {
            200 when IsPage(body) => new BotApiFailure.Failed(status),
            200 => new BotApiFailure.Ambiguous("garbled answer"),
            429 => new BotApiFailure.RetryAfter(retryAfter ?? DefaultRetryAfter),
            // A gateway's own refusal of an upload: it would refuse the same bytes for ever.
            413 => new BotApiFailure.Rejected(status, "Request Entity Too Large"),
            _ => new BotApiFailure.Failed(status),
        };

    private static bool IsPage(ReadOnlySpan<byte> body) =>
        body.TrimStart(" \t\r\n\uFEFF"u8).StartsWith("<"u8);

    private static TimeSpan Pause(double? seconds) =>
        seconds switch
        {
            null => DefaultRetryAfter,
            < 1 => TimeSpan.FromSeconds(1),
            _ => TimeSpan.FromSeconds(Math.Min(seconds.Value, TimeSpan.SecondsPerDay)),
        };

    private static UnreachableReason? UnreachableBy(string description)
    {
        foreach (var (words, reason) in Unreachable)
        {
            if (description.Contains(words, StringComparison.OrdinalIgnoreCase))
                return reason;
        }

        return null;
    }
}
