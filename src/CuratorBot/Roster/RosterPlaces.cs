using CuratorBot.Data;
using CuratorBot.Schools;
using CuratorBot.Texts;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Roster;

/// <summary>What a name in the roster came to: the place, or why it is none.</summary>
internal sealed record FoundPlace<T>(T? Found, string? Problem)
    where T : class;

/// <summary>Finds municipalities and schools by the names of a file. Never decides between two.</summary>
internal sealed class RosterPlaces(
    NameIndex index,
    IReadOnlyDictionary<string, Municipality> municipalities,
    IReadOnlyDictionary<string, School> schools,
    RosterScope scope,
    TextCatalogue texts
)
{
    private const int MostNamed = 3;

    private readonly Dictionary<string, FoundPlace<Municipality>> _municipalities = [];
    private readonly Dictionary<(string, string?), FoundPlace<School>> _schools = [];

    public static async Task<RosterPlaces> Of(
        CuratorBotDb db,
        NameIndex index,
        RosterScope scope,
        TextCatalogue texts
    ) =>
        new(
            index,
            await db.Municipalities.AsNoTracking().ToDictionaryAsync(row => row.Id),
            await db.Schools.AsNoTracking().ToDictionaryAsync(row => row.Id),
            scope,
            texts
        );

    public Municipality MunicipalityWithId(string id) => municipalities[id];

    public string SchoolName(string id) => schools.TryGetValue(id, out var school) ? school.ShortName : id;

    public string MunicipalityName(string id) => municipalities.TryGetValue(id, out var row) ? row.Name : id;

    public FoundPlace<Municipality> Municipality(string name)
    {
        if (!_municipalities.TryGetValue(name, out var place))
            _municipalities[name] = place = Find(
                name,
                Sought.Municipality,
                named => scope.Covers(municipalities[named.Id]),
                id => municipalities[id],
                "municipality"
            );
        return place;
    }

    /// <param name="municipality">Where to look; null for all that she keeps.</param>
    public FoundPlace<School> School(string name, string? municipality)
    {
        if (!_schools.TryGetValue((name, municipality), out var place))
            _schools[(name, municipality)] = place = Find(
                name,
                Sought.School,
                named =>
                    scope.Covers(schools[named.Id])
                    && (municipality is null || named.MunicipalityId == municipality),
                id => schools[id],
                municipality is null ? "schoolAnywhere" : "school"
            );
        return place;
    }

    private FoundPlace<T> Find<T>(
        string name,
        Sought sought,
        Func<Named, bool> isHers,
        Func<string, T> withId,
        string kind
    )
        where T : class
    {
        var answer = index.Find(name, sought, isHers);
        if (answer is NameAnswer.Found found)
            return new(withId(found.One.Id), null);
        var named = answer switch
        {
            NameAnswer.Ambiguous several => several.Candidates,
            NameAnswer.Unknown unknown => unknown.Suggestions,
            _ => [],
        };
        var problem =
            answer is NameAnswer.Ambiguous ? "ambiguous"
            : named.Count > 0 ? "similar"
            : index.Find(name, sought) is NameAnswer.Found or NameAnswer.Ambiguous ? "notHere"
            : "unknown";
        return new(
            null,
            texts.Plain(
                $"roster.problems.{kind}.{problem}",
                ("name", name),
                ("names", string.Join(", ", named.Take(MostNamed).Select(one => one.Name)))
            )
        );
    }
}
