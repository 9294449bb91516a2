using CuratorBot.Data;

namespace CuratorBot.Status.Documents;

/// <summary>
/// A note that the facts of one <see cref="StatusScope"/> have changed, written in the transaction that changes
/// them. While it is there, the document of that scope is not asked.
/// </summary>
public sealed class StatusChange : INotAFact
{
    /// <summary>Grows with every change, also where the note of the scope is there already.</summary>
    public long Seq { get; init; }
    public required string Scope { get; init; }
}

/// <summary>How the file of the documents was left; one row.</summary>
public sealed class StatusSeal : INotAFact
{
    public const int TheOne = 1;
    public int Id { get; init; }

    /// <summary>Shape and hash of the file when it was closed in peace; null while it is in use, or after a crash.</summary>
    public string? Seal { get; set; }
}
