using CuratorBot.Data;

namespace CuratorBot.Messaging;

public enum InboxState
{
    Waiting = 0,
    Done = 1,
    Parked = 2,
}

/// <summary>An update that we told the messenger we have. Its body is blanked once it is dealt with.</summary>
public sealed class InboxRow : INotAFact
{
    /// <summary>Order of arrival in this database.</summary>
    public long Seq { get; init; }
    public required string Channel { get; init; }

    /// <summary>
    /// Grows when the messenger starts to count anew after a silence of days, so that new updates with old
    /// numbers are not taken for repetitions.
    /// </summary>
    public required int Epoch { get; init; }
    public required long UpdateId { get; init; }

    /// <summary>The account whose turns run in order.</summary>
    public required long AccountId { get; init; }

    /// <summary>The message as JSON without names of the sender; the raw text when it could not be read.</summary>
    public string? Body { get; set; }
    public InboxState State { get; set; }
    public int Attempts { get; set; }
    public string? Error { get; set; }
    public required DateTimeOffset ReceivedAt { get; init; }
}

public enum OutboxState
{
    Waiting = 0,
    Sent = 1,

    /// <summary>Given up, with the reason in <see cref="OutboxRow.Error"/>.</summary>
    Failed = 2,

    /// <summary>It waited longer than its words were true; it is said anew.</summary>
    Late = 3,
}

/// <summary>Replies go first: a person who waits for an answer does not wait for a broadcast.</summary>
public enum Lane
{
    Reply = 0,
    Broadcast = 1,
}

/// <summary>A message that goes out, or went; its id is what buttons and later edits speak of.</summary>
public sealed class OutboxRow : INotAFact
{
    public required long Id { get; init; }
    public required string Channel { get; init; }
    public required long ChatId { get; set; }
    public long? PersonId { get; init; }
    public required Lane Lane { get; init; }

    /// <summary>An <see cref="OutgoingMessage"/> as JSON.</summary>
    public required string Body { get; set; }

    /// <summary>Nothing but what its buttons do is left of the body.</summary>
    public bool IsBare { get; set; }
    public OutboxState State { get; set; }
    public int Attempts { get; set; }

    /// <summary>An attempt ended without an answer: the message may have arrived.</summary>
    public bool MayHaveArrived { get; set; }

    /// <summary>The messenger's id of the message once it arrived.</summary>
    public long? MessageId { get; set; }
    public required DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? SentAt { get; set; }
    public string? Error { get; set; }
}

/// <summary>A pause that the messenger asked for and that is not over.</summary>
public sealed class PauseRow : INotAFact
{
    /// <summary>In place of a chat.</summary>
    public const long WholeBot = 0;

    public required string Channel { get; init; }

    /// <summary>The chat that is to get nothing, or <see cref="WholeBot"/>.</summary>
    public required long ChatId { get; init; }
    public required DateTimeOffset Until { get; init; }

    /// <summary>How long it was when it began, rounded up: a clock that is set back makes it no longer.</summary>
    public required int Seconds { get; init; }
}
