namespace CuratorBot.Status.Documents;

/// <summary>A document as it is kept.</summary>
/// <param name="Scope">A <see cref="StatusScope"/>.</param>
/// <param name="Revision">The revision of the facts that it was read from.</param>
/// <param name="Body">JSON in UTF-8; null where there is nothing of the scope any more.</param>
public sealed record KeptDocument(string Scope, long Revision, byte[]? Body);

/// <summary>
/// Keeps status documents, which can be thrown away: all of them are read from the facts again. Nothing that it meets
/// is thrown: a store that fails is not whole any more, and has nothing.
/// </summary>
public interface IDocumentStore
{
    /// <summary>It has a document of everything.</summary>
    bool IsWhole { get; }

    /// <summary>The body; null when there is none.</summary>
    byte[]? Find(string scope);

    void Put(IReadOnlyList<KeptDocument> documents);

    /// <summary>Takes the file that was left, if it is the very one that was sealed; else it is not whole.</summary>
    void Open(string? seal);

    /// <summary>What it gave could not be read: it is not whole any more.</summary>
    void Doubt(Exception error);

    /// <summary>Throws away what there is and begins anew; not whole.</summary>
    void Begin();

    /// <summary>Everything was put in since it was begun.</summary>
    void Complete();

    /// <summary>Lets go of the file.</summary>
    /// <returns>The seal by which it is known again; null when it is not worth keeping.</returns>
    string? Close();
}

/// <summary>The notes of what has changed and is not yet in a document.</summary>
public interface IStatusChanges
{
    /// <summary>Whether something of the scope waits, or of everything.</summary>
    bool Wait(string scope);
}
