namespace CuratorBot.Schedule;

public enum EvidenceKind
{
    Nothing = 0,

    /// <summary>A link that answered when it was given.</summary>
    Link = 1,

    /// <summary>A link that could not be looked at: it is kept all the same.</summary>
    UncheckedLink = 2,
    Document = 3,
    Photo = 4,
    Number = 5,
}

/// <summary>What somebody gave to show that a task is done.</summary>
/// <param name="Value">The link, the file's id with the messenger, or the number.</param>
/// <param name="File">Of a document or photo: as it lies in the store; null when it was not fetched.</param>
public sealed record Proof(EvidenceKind Kind, string Value, KeptProof? File = null);

/// <param name="Name">What she called it; a photo has no name of its own.</param>
public sealed record KeptProof(string? Name, string StoredAs, string? Sha256, long? Size);
