using CuratorBot.Data;
using CuratorBot.Schedule;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Reminders;

/// <summary>What has opened at its hour today, and who owes it and has not been told yet.</summary>
internal sealed class Openings
{
    private readonly ILookup<long, Obligation> _ofPeople;

    private Openings(ILookup<long, Obligation> ofPeople) => _ofPeople = ofPeople;

    /// <summary>In their order.</summary>
    public IEnumerable<long> People => _ofPeople.Select(rows => rows.Key).Order();

    public IReadOnlyList<Obligation> Of(long personId) => [.. _ofPeople[personId]];

    /// <summary>One small read where nothing opens in these days.</summary>
    public static async Task<Openings> At(CuratorBotDb db, DateTimeOffset now)
    {
        var opened = await OpenedBy(db, now);
        if (opened.Count == 0)
            return new(Enumerable.Empty<Obligation>().ToLookup(_ => 0L));
        var ids = opened.ConvertAll(row => row.Id);
        var told = await db
            .Reminders.Where(row =>
                row.Stage == Reminder.Opening && EF.Parameter(ids).Contains(row.ObligationId)
            )
            .Select(row => new ValueTuple<long, long>(row.PersonId, row.ObligationId))
            .ToHashSetAsync();
        var owners = await Owners.Of(db, opened);
        return new(
            opened
                .SelectMany(row => owners.OwnersOf(row).Distinct().Select(person => (person, row)))
                .Where(each => owners.Reachable.Contains(each.person))
                .Where(each => !told.Contains((each.person, each.row.Id)))
                .ToLookup(each => each.person, each => each.row)
        );
    }

    private static async Task<List<Obligation>> OpenedBy(CuratorBotDb db, DateTimeOffset now)
    {
        var latest = LocalDays.LatestToday(now);
        var earliest = latest.AddDays(-1);
        var tasks = await db
            .Tasks.AsNoTracking()
            .Where(task => task.OpensAt != null && task.CancelledAt == null)
            .Where(task => task.StartsOn >= earliest && task.StartsOn <= latest)
            .ToDictionaryAsync(task => task.Id);
        if (tasks.Count == 0)
            return [];
        var ids = tasks.Keys.ToList();
        var owed = await db
            .Obligations.AsNoTracking()
            .Where(row => EF.Parameter(ids).Contains(row.TaskId) && row.Active && row.DoneAt == null)
            .OrderBy(row => row.DueOn)
            .ThenBy(row => row.Id)
            .ToListAsync();
        return owed.FindAll(row => HasOpened(tasks[row.TaskId], row.TimeZone, now));
    }

    private static bool HasOpened(ProjectTask task, string zone, DateTimeOffset now) =>
        task.StartsOn == LocalDays.Today(now, zone) && task.OpensIn(zone) <= now;
}
