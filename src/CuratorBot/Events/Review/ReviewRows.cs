using CuratorBot.Data;

namespace CuratorBot.Events.Review;

/// <summary>The answers that a report was made of, so that its author can mend it.</summary>
public sealed class ReportSheet
{
    public required long ReportId { get; init; }

    /// <summary>An answer sheet as JSON, and the version of the questions that it answers.</summary>
    public required string Sheet { get; set; }
    public required int Version { get; set; }
}

public enum CorrectionState
{
    Waiting = 0,
    Accepted = 1,
    Declined = 2,

    /// <summary>The author proposed another one instead.</summary>
    Replaced = 3,
}

/// <summary>What an author would change in a report that was accepted already.</summary>
public sealed class ReportCorrection : Entity
{
    public required long ReportId { get; init; }
    public required long AuthorId { get; init; }
    public required string Sheet { get; init; }
    public required int Version { get; init; }
    public required DateTimeOffset ProposedAt { get; init; }
    public CorrectionState State { get; set; }
    public long? DecidedBy { get; set; }
    public DateTimeOffset? DecidedAt { get; set; }
}

/// <summary>A message in which a reviewer is asked: it loses its buttons when anybody has decided.</summary>
public sealed class ReviewCard : INotAFact
{
    public required long OutboxId { get; init; }
    public required long PersonId { get; init; }
    public required long ReportId { get; init; }

    /// <summary>Set where it asks about a correction.</summary>
    public long? CorrectionId { get; init; }
}

/// <summary>When a reviewer was last told how many reports wait for her.</summary>
public sealed class ReviewNudge : INotAFact
{
    public required long PersonId { get; init; }
    public required DateTimeOffset ToldAt { get; set; }
}
