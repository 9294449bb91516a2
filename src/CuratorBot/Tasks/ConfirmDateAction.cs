using System.Globalization;
using CuratorBot.Audit;
using CuratorBot.Conversations.Turns;
using CuratorBot.Messaging;
using CuratorBot.Reminders;
using CuratorBot.Schedule;
using CuratorBot.Tasks.Editing;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Tasks;

/// <summary>«Подтвердить дату»: a regional coordinator says that a date in doubt is right, and reminding begins.</summary>
public sealed class ConfirmDateAction(ReminderPlan plan) : IAction
{
    private const int AtOnce = 500;

    public IEnumerable<string> Names => [ObligationActions.Confirm, ObligationActions.ConfirmInCard];
    public bool ReadsOnly => false;

    public async Task<Reply> Take(TurnContext turn, string name, string argument)
    {
        if (turn.Who.MayLead.IsEmpty)
            return Reply.OnlyToast(turn.Texts.Plain("schedule.notYoursToConfirm"));
        if (await VisibleTasks.Find(turn, argument) is not { CancelledAt: null } task)
            return Reply.OnlyToast(turn.Texts.Plain("forms.stale"));
        if (task.CountsOn)
            return Reply.OnlyToast(turn.Texts.Plain("schedule.confirmedAlready"));
        (task.ConfirmedAt, task.ConfirmedBy) = (turn.Now, turn.Who.PersonId);
        await AuditTrail.Note(
            turn,
            "task.confirmed",
            TaskChanges.SubjectOf(task),
            task.DateInSource,
            ScheduleDates.LastOf(task)?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        );
        var reminded = await Activate(turn, task);
        await turn.Db.SaveChangesAsync();
        return Reply
            .With(await DrawAnew(turn, name, task))
            .Then(
                turn.Say(
                    reminded == 0 ? "schedule.confirmedForNobody" : "schedule.confirmed",
                    ("title", task.Title),
                    ("date", ScheduleDates.LastOf(task)),
                    ("people", reminded)
                )
            );
    }

    private static async Task<OutgoingMessage> DrawAnew(TurnContext turn, string name, ProjectTask task)
    {
        if (name == ObligationActions.ConfirmInCard)
            return await TaskCard.Edit(turn, task);
        var schedule = await YearSchedule.Read(turn);
        return turn.EditPressed(schedule.Text(turn), [.. schedule.Choices(turn)]);
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
