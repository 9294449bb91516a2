namespace CuratorBot.Tables;

/// <summary>How much a file may hold before it is refused unread.</summary>
public static class TableLimits
{
    /// <summary>Files in the archive that a workbook is.</summary>
    public const int MostParts = 200;

    /// <summary>In bytes, of all parts together.</summary>
    public const long LargestUnpacked = 100L * 1024 * 1024;

    /// <summary>Unpacked against packed size.</summary>
    public const int LargestRatio = 100;

    /// <summary>Rows that hold anything.</summary>
    public const int MostRows = 20_000;

    /// <summary>The last column that may hold anything.</summary>
    public const int MostColumns = 256;

    /// <summary>Rows and columns that a workbook has by its own standard.</summary>
    internal const int LastRowThereIs = 1_048_576;
    internal const int LastColumnThereIs = 16_384;

    /// <summary>Formatted cells, empty ones too, that are gone through at most.</summary>
    internal const long MostCells = 20_000_000;
}
