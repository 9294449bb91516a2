namespace CuratorBot.Files;

/// <summary>How long a file is kept.</summary>
public enum Keeping
{
    /// <summary>Until somebody removes it: a document that belongs to a fact.</summary>
    ForGood = 0,

    /// <summary>For <see cref="FileStore.BriefTime"/>: a file on its way through, such as an export.</summary>
    Briefly = 1,
}

/// <param name="Path">Below the data directory, with forward slashes; the same content has the same path.</param>
/// <param name="Sha256">Of the content, in lower-case hex.</param>
/// <param name="Size">In bytes.</param>
public sealed record StoredFile(string Path, string Sha256, long Size);
