using CuratorBot.Fields;

namespace CuratorBot.Registers;

/// <summary>A photo or document of a row, of whatever register.</summary>
public sealed class RegisterFile : RowFile
{
    public required string Register { get; init; }
    public required long RowId { get; init; }

    /// <summary>Key of the field.</summary>
    public required string Field { get; init; }

    /// <summary>Null for the operator at the command line.</summary>
    public long? AddedBy { get; init; }
}
