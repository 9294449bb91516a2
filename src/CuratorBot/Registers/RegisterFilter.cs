namespace CuratorBot.Registers;

/// <summary>What narrows a list; what is null narrows nothing. In a button: «state=active;school=id;kind=order».</summary>
internal sealed record RegisterFilter(
    string? State = null,
    string? SchoolId = null,
    string? MunicipalityId = null
)
{
    private const char Between = ';';
    private const string StateSign = "state";
    private const string SchoolSign = "school";
    private const string PlaceSign = "place";

    public static readonly RegisterFilter All = new();

    /// <summary>Kept values by the keys of fields.</summary>
    public IReadOnlyList<(string Key, string Value)> Fields { get; init; } = [];

    public bool IsAll => State is null && SchoolId is null && MunicipalityId is null && Fields.Count == 0;

    public override string ToString() =>
        string.Join(
            Between,
            new[] { (StateSign, State), (SchoolSign, SchoolId), (PlaceSign, MunicipalityId) }
                .Where(pair => pair.Item2 is not null)
                .Concat(Fields.Select(field => ($"f.{field.Key}", (string?)field.Value)))
                .Select(pair => $"{pair.Item1}={pair.Item2}")
        );

    public static RegisterFilter Parse(string text) =>
        text.Split(Between, StringSplitOptions.RemoveEmptyEntries)
            .Select(part => part.Split('=', 2))
            .Where(part => part.Length == 2)
            .Aggregate(All, (filter, part) => filter.With(part[0], part[1]));

    public RegisterFilter With(string sign, string value) =>
        sign switch
        {
            StateSign => this with { State = value },
            SchoolSign => this with { SchoolId = value },
            PlaceSign => this with { MunicipalityId = value },
            ['f', '.', .. var key] => this with
            {
                Fields = [.. Fields.Where(field => field.Key != key), (key, value)],
            },
            _ => this,
        };

    /// <summary>The same without the state, so that states can be counted.</summary>
    public RegisterFilter InAnyState => this with { State = null };
}
