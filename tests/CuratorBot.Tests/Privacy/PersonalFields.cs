using System.Text.RegularExpressions;

namespace CuratorBot.Tests.Privacy;

/// <summary>What <c>deploy/personal-data.md</c> says of the columns, as «table.Column».</summary>
internal sealed partial class PersonalFields
{
    /// <summary>Purpose, ground, term and what becomes of it, by column.</summary>
    public Dictionary<string, string[]> OfPeople { get; } = [];
    public HashSet<string> OfNobody { get; } = [];

    public static PersonalFields Parse(IEnumerable<string> lines)
    {
        var fields = new PersonalFields();
        foreach (var line in lines)
        {
            if (Row().Match(line) is { Success: true } row)
                foreach (var column in Columns(row))
                    fields.OfPeople.Add(
                        column,
                        [.. row.Groups["rest"].Value.Split('|').Select(cell => cell.Trim())]
                    );
            else if (Item().Match(line) is { Success: true } item)
                foreach (var column in Columns(item))
                    Assert.True(fields.OfNobody.Add(column), $"{column} is listed twice.");
        }
        return fields;
    }

    private static IEnumerable<string> Columns(Match line) =>
        line.Groups["columns"]
            .Value.Split(',')
            .Select(column => $"{line.Groups["table"].Value}.{column.Trim()}");

    [GeneratedRegex(@"^\| `(?<table>\w+)`: (?<columns>[\w, ]+?) \|(?<rest>.*)\|$")]
    private static partial Regex Row();

    [GeneratedRegex(@"^- `(?<table>\w+)`: (?<columns>[\w, ]+)$")]
    private static partial Regex Item();
}
