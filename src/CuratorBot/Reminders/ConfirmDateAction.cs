using System.Globalization;
using CuratorBot.Audit;
using CuratorBot.Conversations;
using CuratorBot.Schedule;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Reminders;

/// <summary>«Подтвердить дату»: a regional coordinator says that a date in doubt is right, and reminding begins.</summary>
public sealed class ConfirmDateAction(ReminderPlan plan) : IAction
{
    private const int AtOnce = 500;

    public IEnumerable<string> Names => [ObligationActions.Confirm];
    public bool ReadsOnly => false;

    public async Task<Turn> Take(TurnContext turn, string name, string argument)
    {
        if (turn.Who.MayLead.IsEmpty)
            return Turn.OnlyToast(turn.Texts.Plain("schedule.notYoursToConfirm"));
        if (await turn.Db.Tasks.FindAsync(argument) is not { } task)
            return Turn.OnlyToast(turn.Texts.Plain("forms.stale"));
        if (task.CountsOn)
            return Turn.OnlyToast(turn.Texts.Plain("schedule.confirmedAlready"));
        (task.ConfirmedAt, task.ConfirmedBy) = (turn.Now, turn.Who.PersonId);
        await AuditTrail.Note(
            turn,
            "task.confirmed",
            new AuditSubject("task", task.Id) { Title = task.Title },
            task.DateInSource,
            ScheduleDates.LastOf(task)?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        );
        var reminded = await Activate(turn, task);
        var schedule = await YearSchedule.Read(turn);
        return Turn.Reply(turn.EditPressed(schedule.Text(turn), [.. schedule.Choices(turn)]))
            .Then(
                turn.Say(
                    reminded == 0 ? "schedule.confirmedForNobody" : "schedule.confirmed",
                    ("title", task.Title),
                    ("date", ScheduleDates.LastOf(task)),
                    ("people", reminded)
                )
            );
    }

    /// <summary>How many people will be reminded.</summary>
    private async Task<int> Activate(TurnContext turn, ProjectTask task)
    {
        var ids = await turn
            .Db.Obligations.Where(row => row.TaskId == task.Id)
            .Select(row => row.Id)
            .ToListAsync();
        var people = new HashSet<long>();
        foreach (var chunk in ids.Chunk(AtOnce))
        {
            var obligations = await turn.Db.Obligations.Where(row => chunk.Contains(row.Id)).ToListAsync();
            obligations.ForEach(row => row.Active = true);
            await turn.Db.SaveChangesAsync();
            await plan.PlanFor(turn.Db, obligations, turn.Now);
            var owners = await Owners.Of(turn.Db, obligations);
            people.UnionWith(
                obligations
                    .Where(row => row.IsOpen)
                    .SelectMany(owners.OwnersOf)
                    .Where(owners.Reachable.Contains)
            );
        }
        return people.Count;
    }
}
