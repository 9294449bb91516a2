using CuratorBot.Data;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Events;

/// <param name="Events">How many events; a report may stand for several.</param>
/// <param name="People">People of the reports that tell their number; null when none does.</param>
public sealed record EventCount(EventType Type, int Events, int? People);

/// <summary>How many events of each kind there have been, in the order of the kinds.</summary>
public sealed class EventCounts
{
    /// <summary>The events of a municipality that were over by <paramref name="today"/>, each counted once.</summary>
    public Task<IReadOnlyList<EventCount>> For(CuratorBotDb db, string municipalityId, DateOnly today) =>
        Count(db, db.EventReports.Where(report => report.MunicipalityId == municipalityId), today);

    /// <summary>The events of any of these schools; one for several of them counts once.</summary>
    public Task<IReadOnlyList<EventCount>> For(
        CuratorBotDb db,
        IReadOnlyCollection<string> schoolIds,
        DateOnly today
    ) =>
        Count(
            db,
            db.EventReports.Where(report =>
                report.Schools.Any(school => schoolIds.Contains(school.SchoolId))
            ),
            today
        );

    private static async Task<IReadOnlyList<EventCount>> Count(
        CuratorBotDb db,
        IQueryable<EventReport> reports,
        DateOnly today
    )
    {
        var counts = await reports
            .Where(report => report.To <= today && report.State != ReviewState.Returned)
            .Where(report => report.EventsCount > 0)
            .GroupBy(report => report.TypeId)
            .Select(group => new
            {
                TypeId = group.Key,
                Events = group.Sum(report => report.EventsCount),
                Known = group.Count(report => report.Participants != null),
                People = group.Sum(report => report.Participants ?? 0),
            })
            .ToDictionaryAsync(count => count.TypeId);
        var types = await db.EventTypes.AsNoTracking().OrderBy(type => type.Order).ToListAsync();
        return
        [
            .. types
                .Where(type => counts.ContainsKey(type.Id))
                .Select(type => (type, count: counts[type.Id]))
                .Select(one => new EventCount(
                    one.type,
                    one.count.Events,
                    one.count.Known == 0 ? null : one.count.People
                )),
        ];
    }
}
