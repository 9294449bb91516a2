using CuratorBot.Tables;
using CuratorBot.Texts;

namespace CuratorBot.People.Roster;

/// <param name="Number">Of the row in the file, as the program that shows it counts.</param>
public sealed record RosterRow(
    int Number,
    string Name,
    string Phone,
    string Role,
    string Municipality,
    string Schools,
    string Email
);

/// <summary>What came of reading a file as a roster.</summary>
public abstract record RosterFile
{
    private RosterFile() { }

    /// <param name="Rows">Never empty.</param>
    /// <param name="Notes">What she should know of the file itself.</param>
    public sealed record Read(IReadOnlyList<RosterRow> Rows, IReadOnlyList<TableNote> Notes) : RosterFile;

    /// <summary>It cannot be read at all.</summary>
    public sealed record Refused(TableRefusal Why) : RosterFile;

    /// <summary>A table of something else, or one whose header lacks columns.</summary>
    public sealed record LacksColumns(IReadOnlyList<RosterColumn> Columns) : RosterFile;

    /// <summary>The header of a roster with nothing below it.</summary>
    public sealed record Empty : RosterFile;

    /// <param name="content">Seekable; stands at its beginning.</param>
    public static RosterFile From(Stream content, TextCatalogue texts) =>
        TableReader.Read(content) switch
        {
            TableReading.Refused refused => new Refused(refused.Why),
            TableReading.Read read => From(read.Tables, texts),
            _ => throw new ArgumentOutOfRangeException(nameof(content)),
        };

    private static RosterFile From(IReadOnlyList<Table> tables, TextCatalogue texts)
    {
        var best = tables
            .Select(table => (Table: table, Columns: RosterColumns.In(table, texts)))
            .Where(pair => pair.Columns is not null)
            .OrderBy(pair => pair.Columns!.Missing.Count())
            .FirstOrDefault();
        if (best.Columns is not { } columns)
            return new LacksColumns([]);
        if (columns.Missing.Any())
            return new LacksColumns([.. columns.Missing]);
        var rows = best.Table.Rows.Skip(columns.HeaderPlace + 1).Select(row => RowOf(row, columns));
        List<RosterRow> filled =
        [
            .. rows.Where(row => row is not { Name: "", Phone: "", Role: "", Schools: "" }),
        ];
        return filled.Count > 0 ? new Read(filled, best.Table.Notes) : new Empty();
    }

    private static RosterRow RowOf(TableRow row, RosterColumns columns) =>
        new(
            row.Number,
            OneLine(columns.In(row, RosterColumn.Name)),
            OneLine(columns.In(row, RosterColumn.Phone)),
            OneLine(columns.In(row, RosterColumn.Role)),
            OneLine(columns.In(row, RosterColumn.Municipality)),
            columns.In(row, RosterColumn.Schools),
            OneLine(columns.In(row, RosterColumn.Email))
        );

    private static string OneLine(string text) =>
        string.Join(' ', text.Split([' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries));
}
