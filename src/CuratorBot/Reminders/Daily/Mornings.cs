using CuratorBot.Data;
using CuratorBot.People.InCharge;
using CuratorBot.Schedule.Calendar;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Reminders.Daily;

/// <summary>The mornings of some people, as they live and as they wish.</summary>
public sealed class Mornings
{
    private static readonly TimeSpan Late = TimeSpan.FromDays(2);

    private readonly WorkCalendar _calendar;
    private readonly Reachable _reachable;
    private readonly Dictionary<long, MorningWish> _wishes;
    private readonly Dictionary<long, DateTimeOffset> _told;

    private Mornings(
        WorkCalendar calendar,
        Reachable reachable,
        Dictionary<long, MorningWish> wishes,
        Dictionary<long, DateTimeOffset> told
    ) => (_calendar, _reachable, _wishes, _told) = (calendar, reachable, wishes, told);

    public Morning this[long personId]
    {
        get
        {
            var zone = _reachable.ZoneOf(personId);
            var wish = _wishes.GetValueOrDefault(personId);
            return new Morning(_calendar, zone, _reachable.RegionOf(personId))
            {
                Hour = wish?.Hour ?? Morning.UsualHour,
                PausedUntil = wish?.PausedUntil,
                ToldOn = _told.TryGetValue(personId, out var at) ? LocalDays.Today(at, zone) : null,
            };
        }
    }

    public static async Task<Mornings> Of(
        CuratorBotDb db,
        WorkCalendar calendar,
        Reachable reachable,
        IReadOnlyCollection<long> people
    ) => new(calendar, reachable, await WishesOf(db, people), []);

    /// <summary>With what they were told of late, so that nobody is told twice on one day.</summary>
    public static async Task<Mornings> WithTold(
        CuratorBotDb db,
        WorkCalendar calendar,
        Reachable reachable,
        IReadOnlyCollection<long> people,
        DateTimeOffset now
    ) => new(calendar, reachable, await WishesOf(db, people), await ToldOf(db, people, now - Late));

    private static Task<Dictionary<long, MorningWish>> WishesOf(
        CuratorBotDb db,
        IReadOnlyCollection<long> people
    ) =>
        db
            .MorningWishes.AsNoTracking()
            .Where(row => EF.Parameter(people).Contains(row.PersonId))
            .ToDictionaryAsync(row => row.PersonId);

    private static Task<Dictionary<long, DateTimeOffset>> ToldOf(
        CuratorBotDb db,
        IReadOnlyCollection<long> people,
        DateTimeOffset since
    ) =>
        db
            .Reminders.Where(row =>
                row.State == ReminderState.Sent
                && row.SettledAt >= since
                && EF.Parameter(people).Contains(row.PersonId)
            )
            .GroupBy(row => row.PersonId)
            .ToDictionaryAsync(rows => rows.Key, rows => rows.Max(row => row.SettledAt!.Value));
}
