using CuratorBot.Conversations.Turns;
using CuratorBot.Data;
using CuratorBot.People.InCharge;
using CuratorBot.Schedule.Calendar;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Reminders.Daily;

/// <summary>What the person who writes wishes for her reminders; a change moves what is planned for her.</summary>
public sealed class Wishes(WorkCalendar calendar)
{
    public async Task<Morning> MorningOf(TurnContext turn)
    {
        var me = turn.Who.PersonId;
        var reachable = await Reachable.Of(turn.Db, [me]);
        return (await Mornings.Of(turn.Db, calendar, reachable, [me]))[me];
    }

    public async Task SetHour(TurnContext turn, int hour)
    {
        var before = await MorningOf(turn);
        (await Tracked(turn)).Hour = hour;
        var after = before with { Hour = hour };
        foreach (var row in await Planned(turn).ToListAsync())
            row.DueAt = after.Of(LocalDays.Today(row.DueAt, after.Zone));
    }

    /// <summary>Null ends the pause. What waits for the end of an earlier one is looked at anew.</summary>
    public async Task SetPause(TurnContext turn, DateOnly? until)
    {
        var before = await MorningOf(turn);
        (await Tracked(turn)).PausedUntil = until;
        if (before.PausedUntil is not { } end)
            return;
        var waited = before.Of(end);
        foreach (var row in await Planned(turn).Where(row => row.DueAt >= waited).ToListAsync())
            row.DueAt = turn.Now;
    }

    private static IQueryable<Reminder> Planned(TurnContext turn) =>
        turn.Db.Reminders.Where(row =>
            row.PersonId == turn.Who.PersonId && row.State == ReminderState.Planned
        );

    private static async Task<MorningWish> Tracked(TurnContext turn)
    {
        if (await turn.Db.MorningWishes.FindAsync(turn.Who.PersonId) is { } wish)
            return wish;
        wish = new MorningWish { PersonId = turn.Who.PersonId };
        turn.Db.MorningWishes.Add(wish);
        return wish;
    }
}
