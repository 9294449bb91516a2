using CuratorBot.Conversations.Drafts;
using CuratorBot.Data;
using CuratorBot.People.InCharge;
using CuratorBot.Schedule.Calendar;

namespace CuratorBot.Reminders.Daily;

/// <summary>Whoever may not be reminded of a deadline is not reminded of a draft either, which can always wait.</summary>
public sealed class QuietHours(WorkCalendar calendar) : IQuietHours
{
    public async Task<DateTimeOffset?> PeaceUntil(CuratorBotDb db, long personId, DateTimeOffset now)
    {
        var reachable = await Reachable.Of(db, [personId]);
        var mornings = await Mornings.Of(db, calendar, reachable, [personId]);
        return mornings[personId].PeaceUntil(now, dueOn: DateOnly.MaxValue);
    }
}
