using CuratorBot.Conversations;
using CuratorBot.Data;
using CuratorBot.Schedule;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Reminders;

/// <summary>«Напомнить завтра»: the same once more tomorrow morning. The deadline itself stays where it is.</summary>
public sealed class TomorrowAction(ReminderPlan plan) : IAction
{
    public const string Name = "task.tomorrow";

    public IEnumerable<string> Names => [Name];
    public bool ReadsOnly => false;

    public async Task<Turn> Take(TurnContext turn, string name, string argument)
    {
        var open = await OpenOfCard(turn);
        if (open.Count == 0)
            return Turn.OnlyToast(turn.Texts.Plain("reminders.nothingLeft"));
        var tomorrow = turn.Today.AddDays(1);
        var planned = false;
        foreach (var obligation in open)
            planned |= await Repeat(turn, obligation, tomorrow);
        return planned
            ? Turn.Reply(turn.Say("reminders.tomorrow", ("date", tomorrow)))
            : Turn.OnlyToast(turn.Texts.Plain("reminders.tomorrowAlready"));
    }

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

    /// <summary>False when that is planned already.</summary>
    private async Task<bool> Repeat(TurnContext turn, Obligation obligation, DateOnly tomorrow)
    {
        var person = turn.Who.PersonId;
        var rows = await turn
            .Db.Reminders.Where(row => row.PersonId == person && row.ObligationId == obligation.Id)
            .Where(row => row.DueOn == obligation.DueOn)
            .ToListAsync();
        if (rows.Any(row => row is { State: ReminderState.Planned, Repeat: > 0 }))
            return false;
        var stage =
            Stages.Current(Stages.DaysLeft(obligation.DueOn, turn.Today)) ?? rows.Max(row => row.Stage);
        var repeat =
            rows.Where(row => row.Stage == stage).Select(row => row.Repeat).DefaultIfEmpty().Max() + 1;
        turn.Db.Reminders.Add(
            plan.Row(obligation, person, stage, repeat, Morning.Of(tomorrow, turn.Who.TimeZone))
        );
        return true;
    }
}
