using CuratorBot.Data;
using CuratorBot.People;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Schedule;

/// <summary>The open obligations that a person owes now, or that she would hear of when they are overdue.</summary>
public static class OwnObligations
{
    public static IQueryable<Obligation> Open(CuratorBotDb db) =>
        db.Obligations.Where(row => row.DoneAt == null && row.Active);

    /// <summary>Those she owes, the most urgent first.</summary>
    public static async Task<IReadOnlyList<Obligation>> Of(CuratorBotDb db, Asker who)
    {
        var candidates = new List<Obligation>();
        foreach (var query in Candidates(db, who))
            candidates.AddRange(await query.AsNoTracking().ToListAsync());
        var owners = await Owners.Of(db, candidates);
        return
        [
            .. candidates
                .Where(row => owners.OwnersOf(row).Contains(who.PersonId))
                .OrderBy(row => row.DueOn)
                .ThenBy(row => owners.TaskOf(row).Order)
                .ThenBy(row => row.Id),
        ];
    }

    /// <summary>
    /// Ids of all that may be something to her: what she may owe, and what others owe and were to do until
    /// <paramref name="watchedUntil"/>.
    /// </summary>
    public static async Task<IReadOnlyCollection<long>> Concerning(
        CuratorBotDb db,
        Asker who,
        DateOnly watchedUntil
    )
    {
        var ids = new HashSet<long>();
        var watched = Watched(db, who).Select(query => query.Where(row => row.DueOn <= watchedUntil));
        foreach (var query in Candidates(db, who).Concat(watched))
            ids.UnionWith(await query.Select(row => row.Id).ToListAsync());
        return ids;
    }

    /// <summary>One indexed query for each kind of owner that she stands for.</summary>
    private static IEnumerable<IQueryable<Obligation>> Candidates(CuratorBotDb db, Asker who)
    {
        var (schools, municipalities) = (who.MayWork.Schools, who.MayWork.Municipalities);
        if (schools.Count > 0)
            yield return Open(db)
                .Where(row => row.OwnerKind == OwnerKind.School && schools.Contains(row.OwnerId));
        if (municipalities.Count > 0)
            yield return Open(db)
                .Where(row =>
                    row.OwnerKind == OwnerKind.Municipality && municipalities.Contains(row.OwnerId)
                );
        if (who.MayWork.IsRegional)
            yield return OfRegions(db, who, OwnerKind.Region);
    }

    private static IEnumerable<IQueryable<Obligation>> Watched(CuratorBotDb db, Asker who)
    {
        var municipalities = who.MayWork.Municipalities;
        if (municipalities.Count > 0)
            yield return OfSchoolsIn(db, municipalities);
        if (!who.MayWork.IsRegional)
            yield break;
        yield return OfRegions(db, who, OwnerKind.Municipality);
        yield return OfRegions(db, who, OwnerKind.School);
    }

    public static IQueryable<Obligation> OfSchoolsIn(CuratorBotDb db, IReadOnlyList<string> municipalities) =>
        Open(db)
            .Where(row => row.OwnerKind == OwnerKind.School && municipalities.Contains(row.MunicipalityId!));

    /// <summary>Those of the regions that she works for.</summary>
    public static IQueryable<Obligation> OfRegions(CuratorBotDb db, Asker who, OwnerKind kind)
    {
        var regions = who.MayWork.Regions;
        var obligations = Open(db).Where(row => row.OwnerKind == kind);
        return who.MayWork.Everything ? obligations : obligations.Where(row => regions.Contains(row.Region));
    }
}
