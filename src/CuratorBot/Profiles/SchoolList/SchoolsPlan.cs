using System.Globalization;
using CuratorBot.Data;
using CuratorBot.Importing;
using CuratorBot.Schools;
using CuratorBot.Tables;
using CuratorBot.Texts;

namespace CuratorBot.Profiles.SchoolList;

/// <summary>
/// What a list of schools would add to those that are there. What is there already stays as it is, whatever
/// the list says of it.
/// </summary>
internal sealed class SchoolsPlan(TextCatalogue texts, IdGenerator ids) : ImportPlan
{
    private const int HighestGroup = 3;
    private const int HighestLevel = 3;
    private const int MostDifficulties = 9;

    private readonly Dictionary<(string Region, string Name), Municipality> _municipalities = [];
    private readonly HashSet<(string Municipality, string Name)> _schools = [];
    private readonly List<PlannedSchool> _rows = [];
    private readonly List<string> _moscow = [.. TitleWords.Listed(texts, "schools.moscow")];
    private readonly Dictionary<string, string> _parts = School
        .Parts.SelectMany(part =>
            TitleWords.Listed(texts, $"schools.parts.{part}").Select(words => (words, part))
        )
        .ToDictionary(pair => pair.words, pair => pair.part);

    public List<Municipality> NewMunicipalities { get; } = [];
    public List<School> NewSchools { get; } = [];
    public override IReadOnlyList<PlannedSchool> Rows => _rows;

    /// <summary>What is new is only counted.</summary>
    public override IReadOnlyList<RowVerdict> Named => [RowVerdict.Bad];

    public static SchoolsPlan Of(
        IEnumerable<SchoolRow> rows,
        IEnumerable<Municipality> municipalities,
        IEnumerable<School> schools,
        TextCatalogue texts,
        IdGenerator ids
    )
    {
        var plan = new SchoolsPlan(texts, ids);
        foreach (var place in municipalities)
            plan._municipalities[KeyOf(place.Region, place.Name)] = place;
        foreach (var school in schools.Where(row => row.MunicipalityId is not null))
            plan.Remember(school);
        foreach (var row in rows)
            plan._rows.Add(plan.Take(row));
        return plan;
    }

    public override IEnumerable<RichText> Besides(TextCatalogue texts) =>
        [
            RichText.Lines(
                texts.Get("schools.newMunicipalities", ("count", NewMunicipalities.Count)),
                texts.Get("schools.newSchools", ("count", NewSchools.Count))
            ),
        ];

    private PlannedSchool Take(SchoolRow row)
    {
        var before = NewMunicipalities.Count + NewSchools.Count;
        if (ProblemOf(row) is { } problem)
            return Bad(row, problem);
        var (place, wrongZone) = MunicipalityOf(row);
        if (place is null)
            return Bad(row, wrongZone!);
        if (row.School.Length > 0)
            AddSchool(row, place);
        var isNew = NewMunicipalities.Count + NewSchools.Count > before;
        return new(row.Number, NameOf(row), isNew ? RowVerdict.New : RowVerdict.Same, "");
    }

    private static PlannedSchool Bad(SchoolRow row, string says) =>
        new(row.Number, NameOf(row), RowVerdict.Bad, says);

    private static string NameOf(SchoolRow row) => row.School.Length > 0 ? row.School : row.Municipality;

    private string Problem(string key, string value = "") =>
        texts.Plain($"schools.problems.{key}", ("value", value));

    private string? ProblemOf(SchoolRow row)
    {
        string Is(string problem, string value = "") => Problem(problem, value);
        return row switch
        {
            { Region: "" } => Is("noRegion"),
            { Municipality: "" } => Is("noMunicipality"),
            _ when TitleWords.Of(row.Municipality).Length == 0 => Is("noMunicipality"),
            { Part: not "" } when !_parts.ContainsKey(TitleWords.Of(row.Part)) => Is("part", row.Part),
            _ when !IsNumber(row.Group, HighestGroup) => Is("group", row.Group),
            _ when !IsNumber(row.Level, HighestLevel) => Is("level", row.Level),
            _ when row.Difficulties.Length > 0 && NumberIn(row.Difficulties) is not <= MostDifficulties => Is(
                "difficulties",
                row.Difficulties
            ),
            _ => null,
        };
    }

    /// <summary>Empty, or a whole number from 1 on.</summary>
    private static bool IsNumber(string text, int highest) =>
        text.Length == 0 || NumberIn(text) is { } number && number >= 1 && number <= highest;

    private static int? NumberIn(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>Known, or new; or else what is wrong with its zone.</summary>
    private (Municipality? Place, string? Problem) MunicipalityOf(SchoolRow row)
    {
        var zone = TimeZones.Read(row.Zone, _moscow);
        if (zone is null && row.Zone.Length > 0)
            return (null, Problem("zone", row.Zone));
        var key = KeyOf(row.Region, row.Municipality);
        if (_municipalities.TryGetValue(key, out var known))
            return zone is null || zone == known.TimeZone
                ? (known, null)
                : (null, Problem("otherZone", row.Zone));
        if (zone is null)
            return (null, Problem("noZone"));
        var place = new Municipality
        {
            Id = NewId(),
            Name = row.Municipality,
            Kind = KindOf(row.Municipality),
            Region = row.Region,
            TimeZone = zone,
        };
        _municipalities[key] = place;
        NewMunicipalities.Add(place);
        return (place, null);
    }

    private void AddSchool(SchoolRow row, Municipality place)
    {
        var shortName = row.ShortName.Length > 0 ? row.ShortName : row.School;
        if (_schools.Contains(KeyOf(place.Id, row.School)) || _schools.Contains(KeyOf(place.Id, shortName)))
            return;
        var school = new School
        {
            Id = NewId(),
            Name = row.School,
            ShortName = shortName,
            Region = place.Region,
            MunicipalityId = place.Id,
            MunicipalityDerivation = "certain",
            Part = row.Part.Length > 0 ? _parts[TitleWords.Of(row.Part)] : School.Participant,
            Group = NumberIn(row.Group),
            Programme = row.Programme.Length > 0 ? row.Programme : null,
            FailureLevel = NumberIn(row.Level),
            Difficulties = NumberIn(row.Difficulties),
        };
        Remember(school);
        NewSchools.Add(school);
    }

    private void Remember(School school)
    {
        _schools.Add(KeyOf(school.MunicipalityId!, school.Name));
        _schools.Add(KeyOf(school.MunicipalityId!, school.ShortName));
    }

    private string KindOf(string name)
    {
        var words = TitleWords.Of(name).Split(' ');
        return TitleWords.Listed(texts, "schools.kinds.city").Any(words.Contains) ? "city"
            : TitleWords.Listed(texts, "schools.kinds.municipal_okrug").Any(words.Contains)
                ? "municipal_okrug"
            : "district";
    }

    private string NewId() => ids.Next().ToString(CultureInfo.InvariantCulture);

    private static (string, string) KeyOf(string within, string name) =>
        (within.ToLowerInvariant(), TitleWords.Of(name));
}
