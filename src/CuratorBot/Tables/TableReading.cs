namespace CuratorBot.Tables;

/// <summary>Why a file was not read. What she is told is the text «tables.refused.(name)».</summary>
public enum TableRefusal
{
    /// <summary>Neither a workbook nor text.</summary>
    NotATable = 0,

    /// <summary>A workbook of before 2007, perhaps under a newer name.</summary>
    OldWorkbook = 1,

    /// <summary>Locked with a password.</summary>
    Encrypted = 2,

    /// <summary>Broken, or built as no program for tables builds a file.</summary>
    Damaged = 3,

    /// <summary>Small as a file and huge when unpacked.</summary>
    Inflated = 4,
    TooManyRows = 5,
    TooManyColumns = 6,
    Empty = 7,
}

/// <summary>What came of reading a file.</summary>
public abstract record TableReading
{
    private TableReading() { }

    /// <param name="Tables">The visible sheets that hold anything, in their order; at least one.</param>
    public sealed record Read(IReadOnlyList<Table> Tables) : TableReading;

    public sealed record Refused(TableRefusal Why) : TableReading;
}

/// <summary>Stops the reading of a file; becomes a <see cref="TableReading.Refused"/>.</summary>
internal sealed class TableRefusedException(TableRefusal why) : Exception(why.ToString())
{
    public TableRefusal Why => why;
}
