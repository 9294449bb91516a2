using CuratorBot.Schools;

namespace CuratorBot.People;

/// <summary>
/// What some roles are over: schools, whole municipalities, whole regions, or everything. Every question
/// «may she?» and every query of what she may read or change is narrowed by one of these, and nothing else.
/// </summary>
public sealed class Scope
{
    /// <summary>A role over a school is over that alone, whatever municipality the school lies in.</summary>
    public Scope(IEnumerable<HeldRole> roles)
    {
        var held = roles.ToList();
        Schools = [.. held.Select(role => role.SchoolId).OfType<string>().Distinct()];
        var wide = held.Where(role => role.SchoolId is null).ToList();
        Municipalities = [.. wide.Select(role => role.MunicipalityId).OfType<string>().Distinct()];
        var regional = wide.Where(role => role.MunicipalityId is null).ToList();
        Regions = [.. regional.Select(role => role.Region).OfType<string>().Distinct()];
        Everything = regional.Any(role => role.Region is null && role.Role.IsRegional());
    }

    public bool Everything { get; }

    /// <summary>In the order in which she came to them, as the municipalities and regions.</summary>
    public IReadOnlyList<string> Schools { get; }
    public IReadOnlyList<string> Municipalities { get; }

    /// <summary>Names of regions; says nothing when it is <see cref="Everything"/>.</summary>
    public IReadOnlyList<string> Regions { get; }

    /// <summary>Over more than single schools.</summary>
    public bool IsWide => IsRegional || Municipalities.Count > 0;
    public bool IsRegional => Everything || Regions.Count > 0;
    public bool IsEmpty => !IsWide && Schools.Count == 0;

    /// <summary>The one municipality that is all of it, but for single schools; null when there is more, or none.</summary>
    public string? OnlyMunicipality => !IsRegional && Municipalities is [var only] ? only : null;

    /// <summary>Equal for equal scopes.</summary>
    public string Key =>
        Everything ? "*" : $"{Ordered(Regions)}|{Ordered(Municipalities)}|{Ordered(Schools)}";

    public bool Includes(School school) => Includes(school.Id, school.MunicipalityId, school.Region);

    public bool Includes(Municipality municipality) => IncludesPlace(municipality.Id, municipality.Region);

    public bool Includes(Named named) =>
        named.Kind == Sought.School
            ? Includes(named.Id, named.MunicipalityId, named.Region)
            : IncludesPlace(named.Id, named.Region);

    public bool Includes(string? schoolId, string? municipalityId, string? region) =>
        (schoolId is not null && Schools.Contains(schoolId)) || IncludesPlace(municipalityId, region);

    public bool IncludesSchool(string id) => Schools.Contains(id);

    /// <summary>The whole of a municipality, or, where that is null, of a region.</summary>
    public bool IncludesPlace(string? municipalityId, string? region) =>
        (municipalityId is not null && Municipalities.Contains(municipalityId)) || IncludesRegion(region);

    public bool IncludesRegion(string? region) =>
        Everything || (region is not null && Regions.Contains(region));

    public IQueryable<School> Within(IQueryable<School> schools)
    {
        var (own, places, regions) = (Schools, Municipalities, Regions);
        return Everything
            ? schools
            : schools.Where(row =>
                own.Contains(row.Id) || places.Contains(row.MunicipalityId!) || regions.Contains(row.Region)
            );
    }

    public IQueryable<T> Within<T>(IQueryable<T> rows)
        where T : class, IPlaced
    {
        var (own, places, regions) = (Schools, Municipalities, Regions);
        return Everything
            ? rows
            : rows.Where(row =>
                own.Contains(row.SchoolId!)
                || places.Contains(row.MunicipalityId!)
                || regions.Contains(row.Region!)
            );
    }

    public IQueryable<Municipality> Within(IQueryable<Municipality> municipalities)
    {
        var (places, regions) = (Municipalities, Regions);
        return Everything
            ? municipalities
            : municipalities.Where(row => places.Contains(row.Id) || regions.Contains(row.Region));
    }

    private static string Ordered(IEnumerable<string> ids) =>
        string.Join(';', ids.Order(StringComparer.Ordinal));
}
