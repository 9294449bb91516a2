using CuratorBot.People;
using CuratorBot.Tables;
using CuratorBot.Texts;

namespace CuratorBot.Roster;

public enum RosterColumn
{
    Name = 0,
    Phone = 1,
    Role = 2,
    Municipality = 3,
    Schools = 4,
    Email = 5,
}

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
    private static readonly RosterColumn[] Needed =
    [
        RosterColumn.Name,
        RosterColumn.Phone,
        RosterColumn.Role,
        RosterColumn.Municipality,
        RosterColumn.Schools,
    ];

    private RosterFile() { }

    /// <param name="Rows">Never empty.</param>
    /// <param name="Notes">What she should know of the file itself.</param>
    public sealed record Read(IReadOnlyList<RosterRow> Rows, IReadOnlyList<TableNote> Notes) : RosterFile;

    /// <summary>A table of something else, or one whose header lacks columns.</summary>
    public sealed record LacksColumns(IReadOnlyList<RosterColumn> Columns) : RosterFile;

    /// <summary>The header of a roster with nothing below it.</summary>
    public sealed record Empty : RosterFile;

    /// <summary>How many of the titles that a roster needs stand in the file.</summary>
    public static int Certainty(TableReading.Read content, TextCatalogue texts) =>
        TableColumns<RosterColumn>.Best(
            content.Tables,
            Needed,
            TitleWords.Columns<RosterColumn>(texts, "roster")
        )
            is var (_, columns)
            ? Needed.Length - columns.Lacks(Needed).Count
            : 0;

    public static RosterFile From(TableReading.Read content, TextCatalogue texts) =>
        From(content.Tables, texts);

    private static RosterFile From(IReadOnlyList<Table> tables, TextCatalogue texts)
    {
        if (
            TableColumns<RosterColumn>.Best(tables, Needed, TitleWords.Columns<RosterColumn>(texts, "roster"))
            is not var (table, columns)
        )
            return new LacksColumns([]);
        if (columns.Lacks(Needed) is { Count: > 0 } lacking)
            return new LacksColumns(lacking);
        var rows = table.Rows.Skip(columns.HeaderPlace + 1).Select(row => RowOf(row, columns));
        List<RosterRow> filled =
        [
            .. rows.Where(row => row is not { Name: "", Phone: "", Role: "", Schools: "" }),
        ];
        return filled.Count > 0
            ? new Read(filled, columns.NotesOf(table, tables, texts, Own(texts)))
            : new Empty();
    }

    /// <summary>The columns of the list of what is to be corrected, which comes back.</summary>
    private static string[] Own(TextCatalogue texts) =>
        [texts.Plain("roster.columns.correct"), texts.Plain("roster.columns.row")];

    private static RosterRow RowOf(TableRow row, TableColumns<RosterColumn> columns) =>
        new(
            row.Number,
            columns.LineIn(row, RosterColumn.Name),
            columns.LineIn(row, RosterColumn.Phone),
            columns.LineIn(row, RosterColumn.Role),
            columns.LineIn(row, RosterColumn.Municipality),
            columns.In(row, RosterColumn.Schools),
            columns.LineIn(row, RosterColumn.Email)
        );
}
