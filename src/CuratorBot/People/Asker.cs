using CuratorBot.Schools;

namespace CuratorBot.People;

/// <summary>One role with what it is over: a school (and its municipality), a municipality or a region.</summary>
/// <param name="Region">Null for a regional coordinator of every region.</param>
public sealed record HeldRole(Role Role, string? SchoolId, string? MunicipalityId, string? Region);

/// <summary>
/// Who writes, with the rights of this moment. Read again for every message; never kept over a turn.
/// </summary>
/// <param name="Consented">Whether she agreed to the newest text and did not take it back.</param>
public sealed record Asker(
    long PersonId,
    string? Name,
    bool Consented,
    IReadOnlyList<HeldRole> Roles,
    string TimeZone
)
{
    /// <summary>The zone of a person of whom no municipality is known.</summary>
    public const string DefaultTimeZone = "Europe/Moscow";

    /// <summary>False once a message to her was refused; her next message makes it true again.</summary>
    public bool IsReachable { get; init; } = true;

    public bool IsMember => Roles.Count > 0;

    public bool Is(Role role) => Roles.Any(held => held.Role == role);

    public bool IsCoordinator => Is(Role.MunicipalCoordinator) || Is(Role.RegionalCoordinator);

    /// <summary>The schools that are hers as curator, director or teacher.</summary>
    public IEnumerable<string> OwnSchools => Roles.Select(held => held.SchoolId).OfType<string>().Distinct();

    /// <summary>The municipalities that she coordinates.</summary>
    public IEnumerable<string> OwnMunicipalities =>
        Roles
            .Where(held => held.Role == Role.MunicipalCoordinator)
            .Select(held => held.MunicipalityId)
            .OfType<string>();

    /// <summary>May she see the whole municipality?</summary>
    public bool Sees(Municipality municipality) =>
        CoordinatesRegion(municipality.Region) || OwnMunicipalities.Contains(municipality.Id);

    public bool Sees(School school) =>
        OwnSchools.Contains(school.Id)
        || CoordinatesRegion(school.Region)
        || (school.MunicipalityId is { } municipality && OwnMunicipalities.Contains(municipality));

    public bool CoordinatesRegion(string region) =>
        Roles.Any(held =>
            held.Role == Role.RegionalCoordinator && (held.Region is null || held.Region == region)
        );
}
