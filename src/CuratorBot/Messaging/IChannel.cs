namespace CuratorBot.Messaging;

/// <summary>What became of one attempt to deliver.</summary>
public abstract record DeliveryOutcome
{
    /// <param name="MessageId">The messenger's id; null when the kind of message has none.</param>
    public sealed record Delivered(long? MessageId) : DeliveryOutcome;

    /// <summary>The messenger asks for a pause, and does not say whether in this chat or of the whole bot.</summary>
    public sealed record RetryAfter(TimeSpan Pause) : DeliveryOutcome;

    /// <summary>The person cannot be reached: blocked, deactivated, unknown.</summary>
    public sealed record Unreachable(string Reason) : DeliveryOutcome;

    public sealed record MovedTo(long ChatId) : DeliveryOutcome;

    /// <summary>The messenger will never take this message.</summary>
    public sealed record Rejected(string Reason) : DeliveryOutcome;

    /// <summary>It was not sent: it is no longer true.</summary>
    public sealed record TooLate : DeliveryOutcome;

    /// <summary>Nothing arrived for certain: try again.</summary>
    public sealed record NotSent(string Reason) : DeliveryOutcome;

    /// <summary>It may have arrived: no answer came.</summary>
    public sealed record Ambiguous(string Reason) : DeliveryOutcome;
}

/// <summary>What became of one attempt to download a file that a person sent.</summary>
public abstract record DownloadOutcome
{
    /// <summary>The whole file was written.</summary>
    public sealed record Done(long Bytes) : DownloadOutcome;

    /// <summary>Larger than the limit, or than the messenger hands out.</summary>
    public sealed record TooBig : DownloadOutcome;

    /// <summary>The messenger does not know the file.</summary>
    public sealed record Gone : DownloadOutcome;

    /// <summary>The messenger asks for a pause, of the whole bot.</summary>
    public sealed record RetryAfter(TimeSpan Pause) : DownloadOutcome;

    /// <summary>It did not come to the end: try again.</summary>
    /// <param name="Reason">A word for the log; never an address, which holds the token.</param>
    public sealed record Failed(string Reason) : DownloadOutcome;
}

/// <summary>A messenger, seen from inside. The host implements it, one folder per messenger.</summary>
public interface IChannel
{
    /// <summary>Short name under which accounts and messages are stored: «telegram».</summary>
    string Name { get; }

    /// <param name="chatId">Where to.</param>
    /// <param name="targetMessageId">The messenger's id of the message to edit, for an edit.</param>
    ValueTask<DeliveryOutcome> Deliver(
        long chatId,
        OutgoingMessage message,
        long? targetMessageId,
        CancellationToken cancellation
    );

    /// <summary>Stops the spinner of a pressed button; shows <paramref name="toast"/> if there is one.</summary>
    ValueTask<DeliveryOutcome> AnswerPress(string pressId, string? toast, CancellationToken cancellation);

    /// <summary>Writes a file that a person sent to <paramref name="target"/>; a beginning of it on failure.</summary>
    /// <param name="fileId">From <see cref="IncomingFile.Id"/>.</param>
    /// <param name="limit">In bytes; a longer file is <see cref="DownloadOutcome.TooBig"/>.</param>
    /// <exception cref="IOException">The target failed.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    ValueTask<DownloadOutcome> Download(
        string fileId,
        Stream target,
        long limit,
        CancellationToken cancellation
    );
}
