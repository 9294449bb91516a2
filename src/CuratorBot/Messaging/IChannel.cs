using CuratorBot.Data;

namespace CuratorBot.Messaging;

/// <summary>What became of one attempt to deliver.</summary>
public abstract record DeliveryOutcome
{
    /// <param name="MessageId">The messenger's id; null when the kind of message has none.</param>
    public sealed record Delivered(long? MessageId) : DeliveryOutcome;

    /// <summary>The messenger asks for a pause, in the whole channel.</summary>
    public sealed record RetryAfter(TimeSpan Pause) : DeliveryOutcome;

    /// <summary>The person cannot be reached: blocked, deactivated, unknown.</summary>
    public sealed record Unreachable(string Reason) : DeliveryOutcome;

    public sealed record MovedTo(long ChatId) : DeliveryOutcome;

    /// <summary>The messenger will never take this message.</summary>
    public sealed record Rejected(string Reason) : DeliveryOutcome;

    /// <summary>Nothing arrived for certain: try again.</summary>
    public sealed record NotSent(string Reason) : DeliveryOutcome;

    /// <summary>It may have arrived: no answer came.</summary>
    public sealed record Ambiguous(string Reason) : DeliveryOutcome;
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
}
