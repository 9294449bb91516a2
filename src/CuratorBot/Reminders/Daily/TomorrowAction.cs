using CuratorBot.Conversations.Turns;
using CuratorBot.Data;
using CuratorBot.Schedule;
using CuratorBot.Texts;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Reminders.Daily;

/// <summary>
/// «Напомнить завтра»: the same once more on the next working morning, or tomorrow all the same where a
/// deadline does not wait for that. The deadline itself stays where it is.
/// </summary>
public sealed class TomorrowAction(ReminderPlan plan, Wishes wishes) : IAction
{
    public const string Name = "task.tomorrow";

    public IEnumerable<string> Names => [Name];
    public bool ReadsOnly => false;

    public async Task<Reply> Take(TurnContext turn, string name, string argument)
    {
        var open = await OpenOfCard(turn);
        if (open.Count == 0)
            return Reply.OnlyToast(turn.Texts.Plain("reminders.nothingLeft"));
        var morning = await wishes.MorningOf(turn);
        var tomorrow = turn.Today.AddDays(1);
        var day = open.Min(row => morning.DayFor(row.DueOn, tomorrow));
        var rows = await RowsOf(turn, open);
        var already = rows.Where(row => row is { State: ReminderState.Planned, Repeat: > 0 }).ToList();
        var lacking = open.Where(row => already.All(other => other.ObligationId != row.Id)).ToList();
        if (lacking.Count == 0)
        {
            day = already.Min(row => LocalDays.Today(row.DueAt, morning.Zone));
            return Reply.OnlyToast(Text(turn, "reminders.tomorrowAlready", morning, day).Text);
        }
        var owners = await Owners.Of(turn.Db, lacking);
        foreach (var obligation in lacking)
            Repeat(
                turn,
                obligation,
                owners,
                [.. rows.Where(row => row.ObligationId == obligation.Id)],
                morning,
                day
            );
        return Reply.With(turn.Say(Text(turn, "reminders.tomorrow", morning, day)));
    }

    /// <summary>With «завтра», or the day of the week that it is.</summary>
    private static RichText Text(TurnContext turn, string key, Morning morning, DateOnly day) =>
        turn.Text(
            key,
            (
                "day",
                turn.Texts.Plain(
                    day == turn.Today.AddDays(1) ? "reminders.day.tomorrow" : $"reminders.day.{day.DayOfWeek}"
                )
            ),
            ("date", day),
            ("hour", morning.Hour)
        );

    /// <summary>What the card shows and is still open and something to her.</summary>
    private static async Task<List<Obligation>> OpenOfCard(TurnContext turn)
    {
        var cardId = Cards.PressedId(turn);
        var ids = await turn
            .Db.ReminderCards.Where(row => row.OutboxId == cardId && row.PersonId == turn.Who.PersonId)
            .OrderBy(row => row.Order)
            .Select(row => row.ObligationId)
            .ToListAsync();
        var open = await OwnObligations.Open(turn.Db).Where(row => ids.Contains(row.Id)).ToListAsync();
        var owners = await Owners.Of(turn.Db, open);
        return
        [
            .. open.Where(row => owners.StandingOf(turn.Who.PersonId, row) != Standing.None)
                .OrderBy(row => ids.IndexOf(row.Id)),
        ];
    }

    /// <summary>Her reminders of them, of their present dates.</summary>
    private static async Task<List<Reminder>> RowsOf(TurnContext turn, List<Obligation> open)
    {
        var (me, dates) = (turn.Who.PersonId, open.ToDictionary(row => row.Id, row => row.DueOn));
        var ids = dates.Keys.ToList();
        var rows = await turn
            .Db.Reminders.Where(row => row.PersonId == me && ids.Contains(row.ObligationId))
            .ToListAsync();
        return [.. rows.Where(row => row.DueOn == dates[row.ObligationId])];
    }

    private void Repeat(
        TurnContext turn,
        Obligation obligation,
        Owners owners,
        IReadOnlyCollection<Reminder> rows,
        Morning morning,
        DateOnly day
    )
    {
        var me = turn.Who.PersonId;
        var (task, standing) = (owners.TaskOf(obligation), owners.StandingOf(me, obligation));
        var steps = plan.StepsOf(obligation, task, standing, morning);
        turn.Db.Reminders.Add(OnceMore.Row(plan, (me, obligation), steps, rows, turn.Today, morning.Of(day)));
    }
}
