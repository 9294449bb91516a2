using CuratorBot.Tables;
using CuratorBot.Texts;

namespace CuratorBot.People.Roster;

public enum RosterColumn
{
    Name = 0,
    Phone = 1,
    Role = 2,
    Municipality = 3,
    Schools = 4,
    Email = 5,
}

/// <summary>
/// Where the columns of a roster stand in a table: found by their titles, in any order, beside any others. A
/// title may have a row of other words above it.
/// </summary>
public sealed class RosterColumns
{
    /// <summary>A row further down is no header.</summary>
    private const int RowsToLookAt = 20;

    private readonly Dictionary<RosterColumn, int> _places;

    private RosterColumns(int headerPlace, Dictionary<RosterColumn, int> places) =>
        (HeaderPlace, _places) = (headerPlace, places);

    /// <summary>Place of the header among the rows of the table.</summary>
    public int HeaderPlace { get; }

    public IEnumerable<RosterColumn> Missing => Needed.Where(column => !_places.ContainsKey(column));

    public bool Has(RosterColumn column) => _places.ContainsKey(column);

    public string In(TableRow row, RosterColumn column) =>
        _places.TryGetValue(column, out var place) ? row[place] : "";

    private static RosterColumn[] Needed =>
        [
            RosterColumn.Name,
            RosterColumn.Phone,
            RosterColumn.Role,
            RosterColumn.Municipality,
            RosterColumn.Schools,
        ];

    /// <summary>The row with the most titles; null when not even two of them stand in one row.</summary>
    public static RosterColumns? In(Table table, TextCatalogue texts)
    {
        var titles = Titles(texts);
        var found = table
            .Rows.Take(RowsToLookAt)
            .Select((row, place) => new RosterColumns(place, PlacesIn(row, titles)))
            .MaxBy(columns => columns._places.Count);
        return found is { _places.Count: >= 2 } ? found : null;
    }

    private static Dictionary<RosterColumn, int> PlacesIn(
        TableRow row,
        Dictionary<string, RosterColumn> titles
    )
    {
        var places = new Dictionary<RosterColumn, int>();
        for (var place = 0; place < row.Cells.Count; place++)
        {
            if (titles.TryGetValue(Words.Of(row.Cells[place]), out var column))
                places.TryAdd(column, place);
        }
        return places;
    }

    private static Dictionary<string, RosterColumn> Titles(TextCatalogue texts) =>
        Enum.GetValues<RosterColumn>()
            .SelectMany(column =>
                Words
                    .Listed(texts, $"roster.headings.{column}")
                    .Append(Words.Of(texts.Plain($"roster.columns.{column}")))
                    .Distinct()
                    .Select(title => (title, column))
            )
            .ToDictionary(pair => pair.title, pair => pair.column);
}
