namespace CuratorBot.Registers.Finding;

/// <summary>What narrows a list; what is null narrows nothing. In a button: «state=active;school=id;kind=order».</summary>
/// <param name="Words">As she typed them: all of them occur in a row.</param>
internal sealed record RegisterFilter(
    string? State = null,
    string? SchoolId = null,
    string? MunicipalityId = null,
    string? Words = null
)
{
    private const char Between = ';';
    private const string StateSign = "state";
    private const string SchoolSign = "school";
    private const string PlaceSign = "place";
    private const string WordsSign = "words";

    public static readonly RegisterFilter All = new();

    /// <summary>Kept values by the keys of fields.</summary>
    public IReadOnlyList<(string Key, string Value)> Fields { get; init; } = [];

    public override string ToString() =>
        string.Join(
            Between,
            new[]
            {
                (StateSign, State),
                (SchoolSign, SchoolId),
                (PlaceSign, MunicipalityId),
                (WordsSign, Words is null ? null : Uri.EscapeDataString(Words)),
            }
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
            WordsSign => this with { Words = Uri.UnescapeDataString(value) },
            ['f', '.', .. var key] => this with
            {
                Fields = [.. Fields.Where(field => field.Key != key), (key, value)],
            },
            _ => this,
        };

    /// <summary>The same by the place alone.</summary>
    public RegisterFilter OnlyPlace => new(SchoolId: SchoolId, MunicipalityId: MunicipalityId);

    /// <summary>The same without the state, so that states can be counted.</summary>
    public RegisterFilter InAnyState => this with { State = null };
}
