using CuratorBot.Data;

namespace CuratorBot.Conversations;

/// <summary>A saved, versioned answer sheet: where a person is in one form. Survives restarts and deploys.</summary>
public sealed class Session : INotAFact
{
    public required long PersonId { get; init; }
    public required string Form { get; init; }
    public required int Version { get; set; }

    /// <summary>Key of the question that was asked last; «summary» when all are answered.</summary>
    public required string Step { get; set; }

    /// <summary>The answers by field key, and the small state of the current question, as JSON.</summary>
    public required string Sheet { get; set; }

    /// <summary>Grows with every question asked; a button of an earlier question is stale.</summary>
    public int Turn { get; set; }

    /// <summary>True for the draft that the next message belongs to. At most one per person.</summary>
    public bool Active { get; set; }
    public required DateTimeOffset StartedAt { get; init; }
    public required DateTimeOffset UpdatedAt { get; set; }
}
