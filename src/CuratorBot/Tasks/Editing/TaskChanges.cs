using System.Globalization;
using CuratorBot.Audit;
using CuratorBot.Conversations.Questions;
using CuratorBot.Conversations.Turns;
using CuratorBot.Data;
using CuratorBot.Reminders;
using CuratorBot.Schedule;
using CuratorBot.Schools;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Tasks.Editing;

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
        var owing = await Owing(turn);
        var owed = tasks.SelectMany(owing.Of).ToList();
        turn.Db.Tasks.AddRange(tasks);
        foreach (var task in tasks)
            await AuditTrail.Note(
                turn,
                "task.added",
                SubjectOf(task),
                after: Stored(ScheduleDates.LastOf(task))
            );
        await AddOwed(turn, owed);
        return owed.Count;
    }

    /// <summary>
    /// What is still open is owed by the new date; what is closed keeps its date, unless that made it late and
    /// the new one does not. A new date is certain, also where the old one was in doubt. Without a date the
    /// owners of this kind owe it no more; with a first one they begin to.
    /// </summary>
    /// <returns>What may be changed of what is owed, to be drawn anew.</returns>
    public async Task<IReadOnlyList<long>> Move(
        TurnContext turn,
        ProjectTask task,
        OwnerKind kind,
        DateOnly? due
    )
    {
        var before = task.DueOnFor(kind);
        await AuditTrail.Note(turn, "task.moved", SubjectOf(task), Stored(before), Stored(due));
        task.Move(kind, due);
        if (!task.CountsOn)
            (task.ConfirmedAt, task.ConfirmedBy) = (turn.Now, turn.Who.PersonId);
        var changed = await Change(
            turn,
            task,
            row =>
            {
                row.Active = true;
                if (row.OwnerKind == kind)
                    Move(turn, row, before is null, due);
            }
        );
        if (before is null)
            await AddMissing(turn, task, kind);
        return changed;
    }

    /// <summary>Everything but its dates, and whether its owners may leave it.</summary>
    public async Task<IReadOnlyList<long>> Revise(
        TurnContext turn,
        ProjectTask task,
        Action<ProjectTask> revise,
        string what
    )
    {
        await AuditTrail.Note(turn, "task.revised", SubjectOf(task), after: what);
        revise(task);
        return await Change(turn, task, row => row.Optional = task.Optional);
    }

    public async Task<IReadOnlyList<long>> Cancel(TurnContext turn, ProjectTask task, string reason)
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

    public async Task<IReadOnlyList<long>> Restore(TurnContext turn, ProjectTask task)
    {
        (task.CancelledAt, task.CancelledBy, task.CancelledBecause) = (null, null, null);
        await AuditTrail.Note(turn, "task.restored", SubjectOf(task));
        return await Change(
            turn,
            task,
            row =>
            {
                if (row.Outcome == Outcome.Cancelled && task.DueOnFor(row.OwnerKind) is not null)
                    row.Reopen();
            }
        );
    }

    /// <summary>Edits the cards in the chats, once all is changed.</summary>
    public Task<Reply> Redraw(TurnContext turn, IReadOnlyCollection<long> changed) =>
        cards.Redraw(turn, changed);

    /// <summary>Works out who would owe a task; nothing is added by asking.</summary>
    public static async Task<Obligations> Owing(TurnContext turn)
    {
        var schools = await turn
            .Db.Schools.AsNoTracking()
            .Where(row => row.Part == School.Participant)
            .ToListAsync();
        return new Obligations(await turn.Db.Municipalities.AsNoTracking().ToListAsync(), schools, turn.Ids);
    }

    internal static AuditSubject SubjectOf(ProjectTask task) =>
        new("task", task.Id)
        {
            Title = task.Title,
            MunicipalityId = task.MunicipalityId,
            Region = task.Region,
        };

    private static void Move(TurnContext turn, Obligation row, bool isFirst, DateOnly? due)
    {
        if (due is not { } date)
        {
            if (row.IsOpen)
                row.End(Outcome.Cancelled, turn.Who.PersonId, turn.Now);
            return;
        }
        if (isFirst && row.Outcome == Outcome.Cancelled)
            row.Reopen();
        if (row.IsOpen || date > row.DueOn)
            row.DueOn = date;
    }

    private async Task AddMissing(TurnContext turn, ProjectTask task, OwnerKind kind)
    {
        var owners = await turn
            .Db.Obligations.Where(row => row.TaskId == task.Id && row.OwnerKind == kind)
            .Select(row => row.OwnerId)
            .ToHashSetAsync();
        var owing = await Owing(turn);
        await AddOwed(
            turn,
            [.. owing.Of(task).Where(row => row.OwnerKind == kind && !owners.Contains(row.OwnerId))]
        );
    }

    private async Task AddOwed(TurnContext turn, List<Obligation> owed)
    {
        await turn.Db.SaveChangesAsync();
        foreach (var chunk in owed.Chunk(AtOnce))
        {
            turn.Db.Obligations.AddRange(chunk);
            await turn.Db.SaveChangesAsync();
            await plan.PlanFor(turn.Db, chunk, turn.Now);
            await turn.Db.SaveChangesAsync();
            LetGo(turn.Db);
        }
    }

    private async Task<IReadOnlyList<long>> Change(
        TurnContext turn,
        ProjectTask task,
        Action<Obligation> change
    )
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
            await turn.Db.SaveChangesAsync();
            LetGo(turn.Db);
        }
        return ids;
    }

    /// <summary>Saving looks at all that is tracked: of thousands of rows only those of one piece may be.</summary>
    private static void LetGo(CuratorBotDb db)
    {
        foreach (var entry in db.ChangeTracker.Entries().ToList())
            if (entry is { Entity: Obligation or Reminder, State: EntityState.Unchanged })
                entry.State = EntityState.Detached;
    }

    private static string? Stored(DateOnly? date) =>
        date?.ToString(DateQuestion.StoredAs, CultureInfo.InvariantCulture);
}
