using CuratorBot.Data;
using CuratorBot.Schools;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Registers;

/// <summary>The names of the schools and municipalities that some rows speak of, read for all of them at once.</summary>
internal sealed class PlaceNames
{
    private sealed record Name(string Id, string Short, string? Place, string? Region);

    private readonly Dictionary<string, Name> _schools = [];
    private readonly Dictionary<string, Name> _municipalities = [];

    /// <summary>Reads those of them that are not known yet.</summary>
    public async Task Learn(CuratorBotDb db, IEnumerable<string> schools, IEnumerable<string> municipalities)
    {
        List<string> newSchools = [.. schools.Where(id => !_schools.ContainsKey(id)).Distinct()];
        if (newSchools.Count > 0)
            foreach (var school in await Schools(db, newSchools))
                _schools.Add(school.Id, school);
        List<string> newPlaces = [.. municipalities.Where(id => !_municipalities.ContainsKey(id)).Distinct()];
        if (newPlaces.Count > 0)
            foreach (var place in await Municipalities(db, newPlaces))
                _municipalities.Add(place.Id, place);
    }

    public string School(string? id) => id is null ? "" : _schools.GetValueOrDefault(id)?.Short ?? "";

    public string Municipality(string? id) =>
        id is null ? "" : _municipalities.GetValueOrDefault(id)?.Short ?? "";

    /// <summary>With its municipality, and with the region where another one has a school of that name.</summary>
    public string SchoolInFull(string id) => InFull(_schools.GetValueOrDefault(id));

    public string MunicipalityInFull(string id) => InFull(_municipalities.GetValueOrDefault(id));

    private static string InFull(Name? name) =>
        name is null ? "" : NameInFull.Of(name.Short, name.Place, name.Region);

    private static Task<List<Name>> Schools(CuratorBotDb db, List<string> ids)
    {
        var inSeveralRegions = db
            .Schools.GroupBy(row => row.ShortName)
            .Where(alike => alike.Min(row => row.Region) != alike.Max(row => row.Region))
            .Select(alike => alike.Key);
        return db
            .Schools.Where(row => EF.Parameter(ids).Contains(row.Id))
            .Select(row => new Name(
                row.Id,
                row.ShortName,
                db.Municipalities.Where(place => place.Id == row.MunicipalityId)
                    .Select(place => place.Name)
                    .FirstOrDefault(),
                inSeveralRegions.Contains(row.ShortName) ? row.Region : null
            ))
            .ToListAsync();
    }

    private static Task<List<Name>> Municipalities(CuratorBotDb db, List<string> ids)
    {
        var inSeveralRegions = db
            .Municipalities.GroupBy(row => row.Name)
            .Where(alike => alike.Min(row => row.Region) != alike.Max(row => row.Region))
            .Select(alike => alike.Key);
        return db
            .Municipalities.Where(row => EF.Parameter(ids).Contains(row.Id))
            .Select(row => new Name(
                row.Id,
                row.Name,
                null,
                inSeveralRegions.Contains(row.Name) ? row.Region : null
            ))
            .ToListAsync();
    }
}
