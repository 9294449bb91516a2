using CuratorBot.Data;
using CuratorBot.People;
using CuratorBot.Schedule;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Status.Debtors;

/// <summary>Overdue obligations that are alike in owner's municipality and date.</summary>
/// <param name="MunicipalityId">Null for regions and for schools that are not placed.</param>
/// <param name="OwnerId">Of those only.</param>
internal sealed record OverdueRow(
    string? MunicipalityId,
    OwnerKind? OwnerKind,
    string? OwnerId,
    DateOnly DueOn,
    string TimeZone,
    int Count
)
{
    /// <summary>What is overdue in its owner's zone, of all that a coordinator looks after.</summary>
    public static async Task<List<OverdueRow>> Read(CuratorBotDb db, Scope scope, DateTimeOffset now)
    {
        var latest = LocalDays.LatestToday(now);
        var rows = await Open(db.Obligations.OfPlacesIn(scope).Where(row => row.DueOn < latest));
        return rows.FindAll(row => row.IsOverdue(now));
    }

    /// <summary>What of these may become overdue one day, or is.</summary>
    public static async Task<List<OverdueRow>> Open(IQueryable<Obligation> obligations)
    {
        var open = obligations.Where(row => row.DoneAt == null && row.Active && !row.Optional);
        var placed =
            from row in open
            where row.MunicipalityId != null
            group row by new
            {
                row.MunicipalityId,
                row.DueOn,
                row.TimeZone,
            } into alike
            select new OverdueRow(
                alike.Key.MunicipalityId,
                null,
                null,
                alike.Key.DueOn,
                alike.Key.TimeZone,
                alike.Count()
            );
        var unplaced =
            from row in open
            where row.MunicipalityId == null
            select new OverdueRow(null, row.OwnerKind, row.OwnerId, row.DueOn, row.TimeZone, 1);
        return [.. await placed.ToListAsync(), .. await unplaced.ToListAsync()];
    }

    public bool IsOverdue(DateTimeOffset now) => DueOn < LocalDays.Today(now, TimeZone);
}
