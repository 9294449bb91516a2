using CuratorBot.Texts;

namespace CuratorBot.Tables;

/// <summary>
/// Where the columns that are wanted stand in a table: found by their titles, in any order, beside any others. A
/// title may have a row of other words above it.
/// </summary>
/// <typeparam name="T">Its values are the columns.</typeparam>
public sealed class TableColumns<T>
    where T : notnull
{
    /// <summary>A row further down is no header.</summary>
    private const int RowsToLookAt = 20;

    private const int MostUnknown = 10;
    private const int LongestTitle = 40;

    private readonly Dictionary<T, int> _places;

    private TableColumns(int headerPlace, Dictionary<T, int> places) =>
        (HeaderPlace, _places) = (headerPlace, places);

    /// <summary>Place of the header among the rows of the table.</summary>
    public int HeaderPlace { get; }

    public IReadOnlyList<T> Lacks(IEnumerable<T> needed) =>
        [.. needed.Where(column => !_places.ContainsKey(column))];

    public string In(TableRow row, T column) => _places.TryGetValue(column, out var place) ? row[place] : "";

    /// <summary>The same in one line, with single spaces.</summary>
    public string LineIn(TableRow row, T column) =>
        string.Join(
            ' ',
            In(row, column).Split([' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries)
        );

    /// <summary>What she should know of the table: also which of its columns were not read.</summary>
    /// <param name="all">The tables of its file; one of them was read.</param>
    /// <param name="own">Titles that the bot itself writes beside those that it reads.</param>
    public IReadOnlyList<TableNote> NotesOf(
        Table table,
        IEnumerable<Table> all,
        TextCatalogue texts,
        params IEnumerable<string> own
    )
    {
        HashSet<string> expected =
        [
            "",
            .. TitleWords.Listed(texts, "tables.ordinals"),
            .. own.Select(TitleWords.Of),
        ];
        var unknown = table
            .Rows[HeaderPlace]
            .Cells.Index()
            .Where(cell =>
                !_places.ContainsValue(cell.Index)
                && !expected.Contains(TitleWords.Of(cell.Item))
                && table.Rows.Skip(HeaderPlace + 1).Any(row => row[cell.Index].Length > 0)
            )
            .Select(cell => $"«{Title(cell.Item)}»")
            .Take(MostUnknown)
            .ToList();
        var unread = all.Where(other => other != table && other.Rows.Count > 1 && !IsOurs(other, texts))
            .Select(other => $"«{Title(other.Name)}»")
            .Take(MostUnknown)
            .ToList();
        return
        [
            .. table.Notes,
            .. unknown.Count == 0 ? [] : new[] { new TableNote(TableNoteKind.UnknownColumns, unknown) },
            .. unread.Count == 0 ? [] : new[] { new TableNote(TableNoteKind.UnreadSheets, unread) },
        ];
    }

    /// <summary>The sheet on which the bot explains its own columns.</summary>
    private static bool IsOurs(Table table, TextCatalogue texts) =>
        table.Name.Equals(texts.Plain("tables.explanations"), StringComparison.OrdinalIgnoreCase);

    /// <summary>On one line, and not longer than a title is.</summary>
    private static string Title(string cell)
    {
        var line = string.Join(' ', cell.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return CellText.Short(line, LongestTitle);
    }

    /// <summary>The table that has the most of what is needed; null when none has two titles in one row.</summary>
    public static (Table Table, TableColumns<T> Columns)? Best(
        IEnumerable<Table> tables,
        IReadOnlyCollection<T> needed,
        IReadOnlyDictionary<string, T> titles
    )
    {
        var best = tables
            .Select(table => (Table: table, Columns: In(table, titles)))
            .Where(pair => pair.Columns is not null)
            .OrderBy(pair => pair.Columns!.Lacks(needed).Count)
            .FirstOrDefault();
        return best.Columns is { } columns ? (best.Table, columns) : null;
    }

    /// <summary>The row with the most titles; null when not even two of them stand in one row.</summary>
    private static TableColumns<T>? In(Table table, IReadOnlyDictionary<string, T> titles)
    {
        var found = table
            .Rows.Take(RowsToLookAt)
            .Select((row, place) => new TableColumns<T>(place, PlacesIn(row, titles)))
            .MaxBy(columns => columns._places.Count);
        return found is { _places.Count: >= 2 } ? found : null;
    }

    private static Dictionary<T, int> PlacesIn(TableRow row, IReadOnlyDictionary<string, T> titles)
    {
        var places = new Dictionary<T, int>();
        for (var place = 0; place < row.Cells.Count; place++)
        {
            if (titles.TryGetValue(TitleWords.Of(row.Cells[place]), out var column))
                places.TryAdd(column, place);
        }
        return places;
    }
}
