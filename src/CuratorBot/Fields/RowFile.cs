using CuratorBot.Data;

namespace CuratorBot.Fields;

/// <summary>A photo or document of a row.</summary>
public abstract class RowFile : Entity
{
    public const string Photo = "photo";

    public required string Channel { get; init; }

    /// <summary>The messenger's id for downloading or sending it again.</summary>
    public required string FileId { get; init; }

    /// <summary>«photo» or «document»: how it is sent again.</summary>
    public required string Kind { get; init; }
    public string? Name { get; init; }
    public long? Size { get; init; }

    /// <summary>Where it lies in the store, and the hash of what lies there; null when it was not fetched.</summary>
    public string? StoredAs { get; init; }
    public string? Sha256 { get; init; }
}
