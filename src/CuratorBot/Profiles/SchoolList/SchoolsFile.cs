using CuratorBot.Schools;
using CuratorBot.Tables;
using CuratorBot.Texts;

namespace CuratorBot.Profiles.SchoolList;

/// <summary>What came of reading a file as a list of schools.</summary>
internal abstract record SchoolsFile
{
    private static readonly SchoolColumn[] Needed =
    [
        SchoolColumn.Region,
        SchoolColumn.Municipality,
        SchoolColumn.Zone,
        SchoolColumn.School,
    ];

    private SchoolsFile() { }

    /// <param name="Rows">Never empty.</param>
    /// <param name="Notes">What the operator should know of the file itself.</param>
    public sealed record Read(IReadOnlyList<SchoolRow> Rows, IReadOnlyList<TableNote> Notes) : SchoolsFile;

    /// <param name="Words">Why, and what to do.</param>
    public sealed record Refused(string Words) : SchoolsFile;

    public static SchoolsFile From(IReadOnlyList<Table> tables, TextCatalogue texts)
    {
        var best = TableColumns<SchoolColumn>.Best(
            tables,
            Needed,
            TitleWords.Columns<SchoolColumn>(texts, "schools")
        );
        var lacking = best?.Columns.Lacks(Needed) ?? Needed;
        if (best is not var (table, columns) || lacking.Count > 0)
            return new Refused(texts.Plain("schools.lacksColumns", ("columns", NamesOf(lacking, texts))));
        List<SchoolRow> rows =
        [
            .. table
                .Rows.Skip(columns.HeaderPlace + 1)
                .Select(row => RowOf(row, columns))
                .Where(row => row is not { Region: "", Municipality: "", School: "" }),
        ];
        return rows.Count > 0
            ? new Read(rows, columns.NotesOf(table, tables, texts))
            : new Refused(texts.Plain("schools.empty"));
    }

    private static string NamesOf(IEnumerable<SchoolColumn> columns, TextCatalogue texts) =>
        string.Join(", ", columns.Select(column => $"«{texts.Plain($"schools.columns.{column}")}»"));

    private static SchoolRow RowOf(TableRow row, TableColumns<SchoolColumn> columns)
    {
        string In(SchoolColumn column) => columns.LineIn(row, column);
        return new(
            row.Number,
            In(SchoolColumn.Region),
            In(SchoolColumn.Municipality),
            In(SchoolColumn.Zone),
            In(SchoolColumn.School),
            In(SchoolColumn.ShortName),
            In(SchoolColumn.Part),
            In(SchoolColumn.Group),
            In(SchoolColumn.Programme),
            In(SchoolColumn.Level),
            In(SchoolColumn.Difficulties)
        );
    }
}
