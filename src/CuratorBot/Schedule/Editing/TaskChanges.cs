using System.Globalization;
using CuratorBot.Audit;
using CuratorBot.Conversations;
using CuratorBot.Data;
using CuratorBot.Reminders;
using CuratorBot.Schools;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Schedule.Editing;

/// <summary>
/// Changes the schedule, in the transaction of the turn: the task, what its owners owe, their reminders, the
/// cards that speak of it, and a note in the audit. The caller has seen that she may.
/// </summary>
public sealed class TaskChanges(ReminderPlan plan, Cards cards)
{
    private const int AtOnce = 500;

    /// <summary>The kinds of owners that have a deadline of their own in a task.</summary>
    internal static IEnumerable<OwnerKind> KindsOf(ProjectTask task) =>
        Enum.GetValues<OwnerKind>().Where(kind => task.DueOnFor(kind) is not null);

    /// <summary>How many owe what is added.</summary>
    public async Task<int> Add(TurnContext turn, IReadOnlyCollection<ProjectTask> tasks)
    {
        var owed = await ObligationsOf(turn, tasks);
        turn.Db.Tasks.AddRange(tasks);
        turn.Db.Obligations.AddRange(owed);
        foreach (var task in tasks)
            await AuditTrail.Note(
                turn,
                "task.added",
                SubjectOf(task),
                after: Stored(ScheduleDates.LastOf(task))
            );
        await turn.Db.SaveChangesAsync();
        foreach (var chunk in owed.Chunk(AtOnce))
            await plan.PlanFor(turn.Db, chunk, turn.Now);
        return owed.Count;
    }

    /// <summary>
    /// What is still open is owed by the new date; what is closed keeps its date, unless that made it late and
    /// the new one does not. A new date is certain, also where the old one was in doubt.
    /// </summary>
    public async Task<Turn> Move(TurnContext turn, ProjectTask task, OwnerKind kind, DateOnly due)
    {
        await AuditTrail.Note(turn, "task.moved", SubjectOf(task), Stored(task.DueOnFor(kind)), Stored(due));
        task.Move(kind, due);
        if (!task.CountsOn)
            (task.ConfirmedAt, task.ConfirmedBy) = (turn.Now, turn.Who.PersonId);
        return await Change(
            turn,
            task,
            row =>
            {
                row.Active = true;
                if (row.OwnerKind == kind && (row.IsOpen || due > row.DueOn))
                    row.DueOn = due;
            }
        );
    }

    public async Task<Turn> Cancel(TurnContext turn, ProjectTask task, string reason)
    {
        (task.CancelledAt, task.CancelledBy, task.CancelledBecause) = (turn.Now, turn.Who.PersonId, reason);
        await AuditTrail.Note(turn, "task.cancelled", SubjectOf(task), after: reason);
        return await Change(
            turn,
            task,
            row =>
            {
                if (row.IsOpen)
                    row.End(Outcome.Cancelled, turn.Who.PersonId, turn.Now);
            }
        );
    }

    public async Task<Turn> Restore(TurnContext turn, ProjectTask task)
    {
        (task.CancelledAt, task.CancelledBy, task.CancelledBecause) = (null, null, null);
        await AuditTrail.Note(turn, "task.restored", SubjectOf(task));
        return await Change(
            turn,
            task,
            row =>
            {
                if (row.Outcome == Outcome.Cancelled)
                    row.Reopen();
            }
        );
    }

    /// <summary>The obligations that tasks would bring about; nothing is added yet.</summary>
    public static async Task<List<Obligation>> ObligationsOf(
        TurnContext turn,
        IReadOnlyCollection<ProjectTask> tasks
    )
    {
        var schools = await turn
            .Db.Schools.AsNoTracking()
            .Where(row => row.Part == School.Participant)
            .ToListAsync();
        var places = await turn.Db.Municipalities.AsNoTracking().ToListAsync();
        var obligations = new Obligations(places, schools, turn.Ids);
        return [.. tasks.SelectMany(obligations.Of)];
    }

    internal static AuditSubject SubjectOf(ProjectTask task) =>
        new("task", task.Id)
        {
            Title = task.Title,
            MunicipalityId = task.MunicipalityId,
            Region = task.Region,
        };

    private async Task<Turn> Change(TurnContext turn, ProjectTask task, Action<Obligation> change)
    {
        var ids = await turn
            .Db.Obligations.Where(row => row.TaskId == task.Id)
            .Select(row => row.Id)
            .ToListAsync();
        foreach (var chunk in ids.Chunk(AtOnce))
        {
            var rows = await turn
                .Db.Obligations.Where(row => EF.Parameter(chunk).Contains(row.Id))
                .ToListAsync();
            rows.ForEach(change);
            await ReminderPlan.Forget(turn.Db, rows);
            await turn.Db.SaveChangesAsync();
            await plan.PlanFor(turn.Db, rows, turn.Now);
        }
        return await cards.Redraw(turn, ids);
    }

    private static string? Stored(DateOnly? date) =>
        date?.ToString(DateQuestion.StoredAs, CultureInfo.InvariantCulture);
}
