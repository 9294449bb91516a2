using CuratorBot.Sweeping;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Reminders.Outages;

/// <summary>
/// Whose turn it is after an outage. A look comes every ten seconds: at each as many as the sending can take
/// meanwhile, the nearest deadline first, and only a few of one municipality, so that no town's phones all
/// ring at once.
/// </summary>
internal static class MissedPeople
{
    public const int AtOneLook = 200;
    private const int OfOneMunicipality = 2;

    private sealed record Waiting(long PersonId, DateOnly? Ahead, DateOnly? Overdue, string? Municipality);

    public static async Task<List<long>> Next(Wanted wanted, IQueryable<Reminder> due, DateTimeOffset now)
    {
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        var waiting = await (
            from row in due
            where row.MissedIn != null && !EF.Parameter(wanted.Without).Contains(row.PersonId)
            join obligation in wanted.Db.Obligations on row.ObligationId equals obligation.Id
            group new { obligation.DueOn, obligation.MunicipalityId } by row.PersonId into of
            select new Waiting(
                of.Key,
                of.Min(each => each.DueOn >= today ? (DateOnly?)each.DueOn : null),
                of.Max(each => each.DueOn < today ? (DateOnly?)each.DueOn : null),
                of.Min(each => each.MunicipalityId)
            )
        ).ToListAsync(wanted.Cancellation);
        return
        [
            .. waiting
                .OrderBy(person => person.Ahead ?? DateOnly.MaxValue)
                .ThenByDescending(person => person.Overdue)
                .ThenBy(person => person.PersonId)
                .GroupBy(person => person.Municipality)
                .SelectMany(town => town.Take(town.Key is null ? AtOneLook : OfOneMunicipality))
                .OrderBy(person => person.Ahead ?? DateOnly.MaxValue)
                .ThenByDescending(person => person.Overdue)
                .Take(wanted.Most)
                .Select(person => person.PersonId),
        ];
    }
}
