using CuratorBot.Data;
using CuratorBot.People;
using CuratorBot.People.InCharge;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Schedule;

/// <summary>
/// Who owes some obligations at this moment. A school's are owed by its people as the task names them, a
/// municipality's by its coordinators, a region's by its coordinators
/// and operators. A school without a director who can
/// be reached is not forgotten: its teachers stand in for her.
/// </summary>
public sealed class Owners
{
    private readonly IReadOnlyDictionary<string, ProjectTask> _tasks;
    private readonly ILookup<string, RoleAssignment> _ofSchools;
    private readonly ILookup<string, RoleAssignment> _ofMunicipalities;
    private readonly IReadOnlyList<RoleAssignment> _regional;
    private readonly Reachable _reachable;

    private Owners(
        IReadOnlyDictionary<string, ProjectTask> tasks,
        IEnumerable<RoleAssignment> ofSchools,
        IEnumerable<RoleAssignment> ofMunicipalities,
        IReadOnlyList<RoleAssignment> regional,
        Reachable reachable
    )
    {
        _tasks = tasks;
        _ofSchools = ofSchools.ToLookup(role => role.SchoolId!, StringComparer.Ordinal);
        _ofMunicipalities = ofMunicipalities.ToLookup(role => role.MunicipalityId!, StringComparer.Ordinal);
        _regional = regional;
        _reachable = reachable;
    }

    /// <summary>A handful of indexed queries, however many obligations there are; best up to 500 at once.</summary>
    public static async Task<Owners> Of(CuratorBotDb db, IReadOnlyCollection<Obligation> obligations)
    {
        var tasks = await TasksOf(db, obligations);
        var ofSchools = await OfSchools(db, obligations);
        var ofMunicipalities = await OfMunicipalities(db, obligations);
        var regional = await OfRegions(db, obligations);
        var people = ofSchools.Concat(ofMunicipalities).Concat(regional).Select(role => role.PersonId);
        return new Owners(
            tasks,
            ofSchools,
            ofMunicipalities,
            regional,
            await Reachable.Of(db, [.. people.Distinct()])
        );
    }

    /// <summary>Where the people of these obligations can be reached.</summary>
    public Reachable Reachable => _reachable;

    public ProjectTask TaskOf(Obligation obligation) => _tasks[obligation.TaskId];

    /// <summary>The people who owe it, those that cannot be reached included.</summary>
    public IEnumerable<long> OwnersOf(Obligation obligation) =>
        obligation.OwnerKind switch
        {
            OwnerKind.School => OfSchool(obligation).Distinct(),
            OwnerKind.Municipality => Coordinators(obligation),
            _ => RegionalCoordinators(obligation),
        };

    /// <summary>Everybody to whom it is something, each as the first of these that she is.</summary>
    public IEnumerable<(long PersonId, Standing Standing)> PeopleOf(Obligation obligation)
    {
        var people = new HashSet<long>();
        foreach (var (standing, among) in InOrder(obligation))
        foreach (var person in among.Where(people.Add))
            yield return (person, standing);
    }

    public Standing StandingOf(long personId, Obligation obligation) =>
        InOrder(obligation)
            .Where(group => group.People.Contains(personId))
            .Select(group => group.Standing)
            .FirstOrDefault(Standing.None);

    /// <summary>
    /// May she say that it is done: as one who owes it, as a coordinator of its owner, or as one of the school
    /// whom the ladder has called to help?
    /// </summary>
    /// <param name="today">Where the deadline falls.</param>
    public bool MayClose(Asker who, Obligation obligation, DateOnly today) =>
        who.MayWork.IncludesPlace(obligation.MunicipalityId, obligation.Region)
        || StandingOf(who.PersonId, obligation) switch
        {
            Standing.Owner => true,
            Standing.Teammate => !obligation.Optional && IsTeamCalled(obligation, today),
            _ => false,
        };

    /// <summary>Whether it is overdue for so long that the other people of the school are asked to help.</summary>
    public bool IsTeamCalled(Obligation obligation, DateOnly today) =>
        obligation.DueOn.AddDays(TaskOf(obligation).LadderOrDefault.Team) <= today;

    /// <summary>The way up of a deadline that nobody meets: who owes it, who could help, who is above.</summary>
    private IEnumerable<(Standing Standing, IEnumerable<long> People)> InOrder(Obligation obligation)
    {
        yield return (Standing.Owner, OwnersOf(obligation));
        if (obligation.OwnerKind == OwnerKind.School)
        {
            yield return (
                Standing.Teammate,
                _ofSchools[obligation.OwnerId]
                    .Where(role => role.Role is Role.Director or Role.Curator or Role.Teacher)
                    .Select(role => role.PersonId)
                    .Distinct()
            );
            yield return (Standing.Watcher, Coordinators(obligation));
            yield return (Standing.Overseer, RegionalCoordinators(obligation));
        }
        else if (obligation.OwnerKind == OwnerKind.Municipality)
            yield return (Standing.Watcher, RegionalCoordinators(obligation));
    }

    private IEnumerable<long> OfSchool(Obligation obligation)
    {
        var performers = TaskOf(obligation).Performers;
        var people = _ofSchools[obligation.OwnerId].ToList();
        var owners = people.Where(role => performers.Contains(role.Role));
        var hasDirector = people.Any(role =>
            role.Role == Role.Director && _reachable.Contains(role.PersonId)
        );
        if (performers.Contains(Role.Director) && !hasDirector)
            owners = owners.Concat(people.Where(role => role.Role == Role.Teacher));
        return owners.Select(role => role.PersonId);
    }

    private IEnumerable<long> Coordinators(Obligation obligation) =>
        obligation.MunicipalityId is { } municipality
            ? _ofMunicipalities[municipality].Select(role => role.PersonId).Distinct()
            : [];

    private IEnumerable<long> RegionalCoordinators(Obligation obligation) =>
        _regional
            .Where(role => role.Region is null || role.Region == obligation.Region)
            .Select(role => role.PersonId)
            .Distinct();

    private static async Task<Dictionary<string, ProjectTask>> TasksOf(
        CuratorBotDb db,
        IReadOnlyCollection<Obligation> obligations
    )
    {
        var ids = obligations.Select(row => row.TaskId).Distinct().ToList();
        return await db
            .Tasks.AsNoTracking()
            .Where(task => EF.Parameter(ids).Contains(task.Id))
            .ToDictionaryAsync(task => task.Id, StringComparer.Ordinal);
    }

    private static async Task<List<RoleAssignment>> OfSchools(
        CuratorBotDb db,
        IReadOnlyCollection<Obligation> obligations
    )
    {
        var schools = obligations
            .Where(row => row.OwnerKind == OwnerKind.School)
            .Select(row => row.OwnerId)
            .Distinct()
            .ToList();
        return await Held(db).Where(role => EF.Parameter(schools).Contains(role.SchoolId!)).ToListAsync();
    }

    private static async Task<List<RoleAssignment>> OfMunicipalities(
        CuratorBotDb db,
        IReadOnlyCollection<Obligation> obligations
    )
    {
        var municipalities = obligations
            .Select(row => row.MunicipalityId)
            .OfType<string>()
            .Distinct()
            .ToList();
        return await Held(db)
            .Where(role =>
                role.Role == Role.MunicipalCoordinator
                && EF.Parameter(municipalities).Contains(role.MunicipalityId!)
            )
            .ToListAsync();
    }

    private static async Task<List<RoleAssignment>> OfRegions(
        CuratorBotDb db,
        IReadOnlyCollection<Obligation> obligations
    )
    {
        var regions = obligations.Select(row => row.Region).Distinct().ToList();
        return await Held(db)
            .Where(role =>
                (role.Role == Role.RegionalCoordinator || role.Role == Role.RegionalOperator)
                && (role.Region == null || EF.Parameter(regions).Contains(role.Region))
            )
            .ToListAsync();
    }

    private static IQueryable<RoleAssignment> Held(CuratorBotDb db) =>
        db.RoleAssignments.AsNoTracking().Where(role => role.RevokedAt == null).OrderBy(role => role.Id);
}
