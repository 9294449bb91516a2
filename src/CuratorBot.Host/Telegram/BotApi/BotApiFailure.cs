namespace CuratorBot.Host.Telegram.BotApi;

/// <summary>The closed set of ways in which a call fails; nothing else comes back from the client.</summary>
public abstract record BotApiFailure
{
    private BotApiFailure() { }

    /// <summary>The name of the case; safe to log.</summary>
    public string Kind => GetType().Name;

    /// <summary>429: nothing may be sent in this scope for <paramref name="Delay"/> (30 s when none was named).</summary>
    public sealed record RetryAfter(TimeSpan Delay) : BotApiFailure;

    /// <summary>This chat cannot be written to until the person acts; a retry is pointless.</summary>
    public sealed record Unreachable(UnreachableReason Reason) : BotApiFailure;

    /// <summary>The group became a supergroup: re-key it and send once more to <paramref name="ChatId"/>.</summary>
    public sealed record MovedTo(long ChatId) : BotApiFailure;

    /// <summary>The server understood and refused; the same request would be refused again.</summary>
    public sealed record Rejected(int Code, string Description) : BotApiFailure
    {
        /// <summary>The token is revoked (401) or is none at all (the server answers 404 to its path).</summary>
        public bool IsTokenRefused => Code is 401 || (Code is 404 && Description is "Not Found");

        /// <summary>Another process polls, or a webhook is set.</summary>
        public bool IsConflict => Code is 409;

        public bool IsMessageNotModified => Says("message is not modified");

        /// <summary>The press was answered too late; its effect stands, only the toast is lost.</summary>
        public bool IsQueryTooOld => Says("query is too old");

        /// <summary>
        /// The beginning of the description, for logs and tables: up to the first sign with which the server
        /// could repeat something of the message.
        /// </summary>
        public string Reason =>
            new([.. Description.TakeWhile(sign => char.IsAsciiLetter(sign) || " :;,.'-_()".Contains(sign))]);

        public bool IsMessageToDeleteNotFound => Says("message to delete not found");

        /// <summary>More than the Bot API, or the caller, lets a bot download.</summary>
        public bool IsFileTooBig => Code is 413 || Says("file is too big");

        private bool Says(string words) => Description.Contains(words, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>
    /// The whole request may have reached the server, and no usable answer came: it may have been processed.
    /// A repeat may show the person the same message twice.
    /// </summary>
    public sealed record Ambiguous(string Why) : BotApiFailure;

    /// <summary>
    /// A transient failure that was answered: 5xx, or a page instead of JSON (a gateway, a provider's stub).
    /// Something in front of the API, or the API itself, says that it did not do the work: repeat with a growing
    /// pause. A gateway that lost its upstream after handing the request over says the same, so a duplicate is
    /// possible, though rare; losing the message would be worse.
    /// </summary>
    /// <param name="Code">HTTP status, or error_code of the body.</param>
    public sealed record Failed(int Code) : BotApiFailure;

    /// <summary>
    /// Certainly not processed: the last byte of the request was never handed to a connection
    /// (refused, no such host, TLS, time-out while waiting for a connection). A repeat is safe.
    /// </summary>
    public sealed record NotSent(string Why) : BotApiFailure;
}

public enum UnreachableReason
{
    /// <summary>The person blocked the bot or has never started it; pressing Start cures both.</summary>
    Blocked,
    Deactivated,
    ChatNotFound,

    /// <summary>The bot is not, or is no longer, a member of the group or channel.</summary>
    Kicked,
}
