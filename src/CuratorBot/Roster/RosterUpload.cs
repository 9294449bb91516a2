using CuratorBot.Data;

namespace CuratorBot.Roster;

public enum RosterUploadState
{
    /// <summary>She looks at the preview; nothing is changed.</summary>
    Waiting = 0,
    Applied = 1,
    Dropped = 2,

    /// <summary>She sent another file since.</summary>
    Replaced = 3,
}

/// <summary>
/// A file that a coordinator sent, between its preview and «Применить». Its rows are in the file alone, which
/// is kept briefly: what was not applied by then is gone.
/// </summary>
public sealed class RosterUpload : Entity, INotAFact
{
    public required long PersonId { get; init; }

    /// <summary>In the <see cref="Files.FileStore"/>.</summary>
    public required string FilePath { get; init; }
    public required string FileName { get; init; }

    /// <summary>Of all that the preview promised, so that «Применить» does that and nothing else.</summary>
    public required string PlanHash { get; set; }

    /// <summary>Which of the questions that the file leaves open she has answered, and how.</summary>
    public RosterNamesakes Namesakes { get; set; }
    public RosterUploadState State { get; set; }
    public required DateTimeOffset SentAt { get; init; }
}

/// <summary>What a row means whose name is in the roster already, with another number.</summary>
public enum RosterNamesakes
{
    /// <summary>Not said: such rows are not applied.</summary>
    Unknown = 0,

    /// <summary>Another person of the same name.</summary>
    OtherPeople = 1,

    /// <summary>The same person with a new number.</summary>
    NewNumbers = 2,
}
