using System.Globalization;
using CuratorBot.Data;
using CuratorBot.Schools;
using CuratorBot.Tables;
using CuratorBot.Texts;

namespace CuratorBot.Roster.SchoolList;

/// <summary>
/// What a list of schools would add to those that are there. What is there already stays as it is, whatever
/// the list says of it.
/// </summary>
internal sealed class SchoolsPlan(TextCatalogue texts, IdGenerator ids)
{
    private const int HighestGroup = 3;
    private const int HighestLevel = 3;
    private const int MostDifficulties = 9;

    private readonly Dictionary<(string Region, string Name), Municipality> _municipalities = [];
    private readonly HashSet<(string Municipality, string Name)> _schools = [];
    private readonly List<string> _moscow = [.. TitleWords.Listed(texts, "schools.moscow")];
    private readonly Dictionary<string, string> _parts = School
        .Parts.SelectMany(part =>
            TitleWords.Listed(texts, $"schools.parts.{part}").Select(words => (words, part))
        )
        .ToDictionary(pair => pair.words, pair => pair.part);

    public List<Municipality> NewMunicipalities { get; } = [];
    public List<School> NewSchools { get; } = [];
    public List<SchoolProblem> Problems { get; } = [];
    public int Known { get; private set; }

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
            plan.Take(row);
        return plan;
    }

    private void Take(SchoolRow row)
    {
        if (ProblemOf(row) is { } problem)
            Problems.Add(problem);
        else if (MunicipalityOf(row) is { } place && row.School.Length > 0)
            AddSchool(row, place);
    }

    private SchoolProblem? ProblemOf(SchoolRow row)
    {
        SchoolProblem Is(string problem, string value = "") => new(row.Number, problem, value);
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

    /// <summary>Known, or new; null when the row has a problem with it.</summary>
    private Municipality? MunicipalityOf(SchoolRow row)
    {
        var zone = TimeZones.Read(row.Zone, _moscow);
        if (zone is null && row.Zone.Length > 0)
            return Refuse(row, "zone", row.Zone);
        var key = KeyOf(row.Region, row.Municipality);
        if (_municipalities.TryGetValue(key, out var known))
            return zone is null || zone == known.TimeZone ? known : Refuse(row, "otherZone", row.Zone);
        if (zone is null)
            return Refuse(row, "noZone", "");
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
        return place;
    }

    private Municipality? Refuse(SchoolRow row, string problem, string value)
    {
        Problems.Add(new SchoolProblem(row.Number, problem, value));
        return null;
    }

    private void AddSchool(SchoolRow row, Municipality place)
    {
        var shortName = row.ShortName.Length > 0 ? row.ShortName : row.School;
        if (_schools.Contains(KeyOf(place.Id, row.School)) || _schools.Contains(KeyOf(place.Id, shortName)))
        {
            Known++;
            return;
        }
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
