namespace CuratorBot.Playground.BotApi;

/// <summary>A refusal in the Bot API's own words.</summary>
internal sealed class BotApiException : Exception
{
    private BotApiException(int code, string description)
        : base(description) => Code = code;

    public int Code { get; }

    /// <summary>Seconds.</summary>
    public int? RetryAfter { get; private init; }
    public long? MigrateToChatId { get; private init; }

    public static BotApiException BadRequest(string what) => new(400, $"Bad Request: {what}");

    public static BotApiException Forbidden(string what) => new(403, $"Forbidden: {what}");

    public static BotApiException Conflict(string what) => new(409, $"Conflict: {what}");

    public static BotApiException Unauthorized() => new(401, "Unauthorized");

    public static BotApiException NotFound() => new(404, "Not Found");

    public static BotApiException TooManyRequests(int seconds) =>
        new(429, $"Too Many Requests: retry after {seconds}") { RetryAfter = seconds };

    public static BotApiException Migrated(long chatId) =>
        new(400, "Bad Request: group chat was upgraded to a supergroup chat") { MigrateToChatId = chatId };
}
