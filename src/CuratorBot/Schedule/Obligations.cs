using CuratorBot.Data;
using CuratorBot.Schools;

namespace CuratorBot.Schedule;

/// <summary>
/// Works out who owes a task: the schools that it concerns, the authorities of their municipalities and
/// their regions, each only where the task has a date for them and lies where it is owed. What no school and no
/// group of schools has to do with, every authority or region there owes, also one without a school of the project.
/// </summary>
public sealed class Obligations(
    IReadOnlyCollection<Municipality> municipalities,
    IReadOnlyCollection<School> schools,
    IdGenerator ids
)
{
    private readonly Dictionary<string, Municipality> _municipalities = municipalities.ToDictionary(
        municipality => municipality.Id,
        StringComparer.Ordinal
    );

    private readonly Dictionary<string, string> _zonesOfRegions = municipalities
        .GroupBy(municipality => municipality.Region, StringComparer.Ordinal)
        .ToDictionary(region => region.Key, MostCommonZone, StringComparer.Ordinal);

    /// <summary>
    /// New rows, not yet in any database. Throws <see cref="InvalidOperationException"/> when a school lies
    /// in a region without a single municipality, so that nothing tells its time zone.
    /// </summary>
    public IEnumerable<Obligation> Of(ProjectTask task)
    {
        var concerned = schools.Where(school => Concerns(task, school)).ToList();
        return
        [
            .. OfSchools(task, concerned),
            .. OfMunicipalities(task, concerned),
            .. OfRegions(task, concerned),
        ];
    }

    internal static bool Concerns(ProjectTask task, School school) =>
        school.Part == School.Participant
        && (task.Group is null || task.Group == school.Group)
        && (task.Region is null || task.Region == school.Region)
        && (task.MunicipalityId is null || task.MunicipalityId == school.MunicipalityId);

    private IEnumerable<Obligation> OfSchools(ProjectTask task, List<School> concerned) =>
        task.DueOnForSchools is { } due
            ? concerned.Select(school =>
                Owed(task, OwnerKind.School, school.Id, school.MunicipalityId, school.Region, due)
            )
            : [];

    private IEnumerable<Obligation> OfMunicipalities(ProjectTask task, List<School> concerned) =>
        task.DueOnForMunicipalities is { } due
            ? concerned
                .Select(school => school.MunicipalityId)
                .Concat(Places(task).Select(place => place.Id))
                .OfType<string>()
                .Distinct(StringComparer.Ordinal)
                .Select(id => Owed(task, OwnerKind.Municipality, id, id, _municipalities[id].Region, due))
            : [];

    private IEnumerable<Obligation> OfRegions(ProjectTask task, List<School> concerned) =>
        task.DueOnForRegions is { } due
            ? concerned
                .Select(school => school.Region)
                .Concat(Places(task).Select(place => place.Region))
                .Distinct(StringComparer.Ordinal)
                .Select(region => Owed(task, OwnerKind.Region, region, null, region, due))
            : [];

    /// <summary>Where a task that has nothing to do with schools is owed.</summary>
    private IEnumerable<Municipality> Places(ProjectTask task) =>
        task is { Group: null, DueOnForSchools: null }
            ? municipalities.Where(place =>
                (task.Region is null || task.Region == place.Region)
                && (task.MunicipalityId is null || task.MunicipalityId == place.Id)
            )
            : [];

    private Obligation Owed(
        ProjectTask task,
        OwnerKind kind,
        string owner,
        string? municipality,
        string region,
        DateOnly due
    ) =>
        new()
        {
            Id = ids.Next(),
            TaskId = task.Id,
            OwnerKind = kind,
            OwnerId = owner,
            MunicipalityId = municipality,
            Region = region,
            DueOn = due,
            TimeZone = municipality is null ? ZoneOf(region) : _municipalities[municipality].TimeZone,
            Optional = task.Optional,
            Active = task.CountsOn,
        };

    private string ZoneOf(string region) =>
        _zonesOfRegions.TryGetValue(region, out var zone)
            ? zone
            : throw new InvalidOperationException($"No municipality tells the time zone of «{region}».");

    private static string MostCommonZone(IEnumerable<Municipality> region) =>
        region
            .CountBy(municipality => municipality.TimeZone, StringComparer.Ordinal)
            .OrderByDescending(zone => zone.Value)
            .ThenBy(zone => zone.Key, StringComparer.Ordinal)
            .First()
            .Key;
}
