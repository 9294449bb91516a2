using CuratorBot.Tables;
using CuratorBot.Texts;

namespace CuratorBot.Tasks.Import;

/// <param name="Number">Of the row in the file, as the program that shows it counts.</param>
/// <param name="Cells">By column, tidied; a column that the file lacks is empty.</param>
internal sealed record ScheduleRow(int Number, IReadOnlyDictionary<ScheduleColumn, string> Cells)
{
    public string this[ScheduleColumn column] => Cells.GetValueOrDefault(column, "");

    /// <summary>Whether the file speaks of it at all: what it does not speak of stays as it is.</summary>
    public bool Speaks(ScheduleColumn column) => Cells.ContainsKey(column);
}

/// <summary>A table read as a schedule.</summary>
/// <param name="Rows">Empty when nothing stands below the header.</param>
/// <param name="Notes">What she should know of the file itself.</param>
internal sealed record ScheduleFile(IReadOnlyList<ScheduleRow> Rows, IReadOnlyList<TableNote> Notes)
{
    private static readonly ScheduleColumn[] All = Enum.GetValues<ScheduleColumn>();

    /// <summary>How many titles of a schedule stand in the file; 0 when it is none.</summary>
    public static int Certainty(TableReading.Read content, TextCatalogue texts) =>
        Find(content, texts) is var (_, columns) ? All.Length - columns.Lacks(All).Count : 0;

    /// <summary>Null when no table of the file is a schedule.</summary>
    public static ScheduleFile? From(TableReading.Read content, TextCatalogue texts)
    {
        if (Find(content, texts) is not var (table, columns))
            return null;
        var rows = table
            .Rows.Skip(columns.HeaderPlace + 1)
            .Select(row => RowOf(row, columns))
            .Where(row => row.Cells.Values.Any(cell => cell.Length > 0));
        return new ScheduleFile([.. rows], columns.NotesOf(table, content.Tables, texts));
    }

    public static IEnumerable<ScheduleColumn> Dates =>
        [
            ScheduleColumn.Schools,
            ScheduleColumn.Municipalities,
            ScheduleColumn.Regions,
            ScheduleColumn.Starts,
            ScheduleColumn.Ends,
        ];

    private static (Table Table, TableColumns<ScheduleColumn> Columns)? Find(
        TableReading.Read content,
        TextCatalogue texts
    ) =>
        TableColumns<ScheduleColumn>.Best(
            content.Tables,
            All,
            TitleWords.Columns<ScheduleColumn>(texts, "scheduleFile")
        )
            is { } best
        && Has(best.Columns, ScheduleColumn.Title)
        && Dates.Any(column => Has(best.Columns, column))
            ? best
            : null;

    private static bool Has(TableColumns<ScheduleColumn> columns, ScheduleColumn column) =>
        columns.Lacks([column]).Count == 0;

    private static ScheduleRow RowOf(TableRow row, TableColumns<ScheduleColumn> columns) =>
        new(
            row.Number,
            All.Where(column => Has(columns, column))
                .ToDictionary(column => column, column => columns.LineIn(row, column))
        );
}
