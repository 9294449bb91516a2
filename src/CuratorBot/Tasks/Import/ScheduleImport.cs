using System.Globalization;
using CuratorBot.Conversations.Turns;
using CuratorBot.Schedule;
using CuratorBot.Tasks.Editing;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Tasks.Import;

/// <summary>Does what a plan says, in the transaction of the turn.</summary>
public sealed class ScheduleImport(TaskChanges changes)
{
    /// <summary>The edits of the cards that lie in chats.</summary>
    internal async Task<Reply> Apply(TurnContext turn, SchedulePlan plan)
    {
        var changed = new HashSet<long>();
        await AddNew(turn, plan);
        foreach (var row in plan.Rows.Where(row => row.Verdict == RowVerdict.Changed))
            changed.UnionWith(await Change(turn, row.Existing!, row.Wish!));
        foreach (var row in plan.Rows.Where(row => row.Verdict == RowVerdict.Cancelled))
            changed.UnionWith(
                await changes.Cancel(turn, row.Existing!, turn.Texts.Plain("scheduleFile.cancelledBecause"))
            );
        return await changes.Redraw(turn, changed);
    }

    private async Task AddNew(TurnContext turn, SchedulePlan plan)
    {
        var wishes = plan.Rows.Where(row => row.Verdict == RowVerdict.New).Select(row => row.Wish!).ToList();
        if (wishes.Count == 0)
            return;
        var years = wishes.Select(wish => wish.Year).Distinct().ToList();
        var last = await turn
            .Db.Tasks.Where(task => years.Contains(task.Year))
            .MaxAsync(task => (int?)task.Order);
        await changes.Add(
            turn,
            [
                .. wishes.Select(
                    (wish, place) =>
                        wish.ToTask(
                            string.Create(CultureInfo.InvariantCulture, $"t{turn.Ids.Next()}"),
                            (last ?? 0) + 1 + place
                        )
                ),
            ]
        );
    }

    private async Task<IReadOnlyCollection<long>> Change(TurnContext turn, ProjectTask task, TaskWish wish)
    {
        var changed = new HashSet<long>();
        var before = TaskWish.Of(task);
        foreach (var kind in Enum.GetValues<OwnerKind>())
            if (before.DueOnFor(kind) != wish.DueOnFor(kind))
                changed.UnionWith(await changes.Move(turn, task, kind, wish.DueOnFor(kind)));
        if (TaskWish.Of(task) != wish)
            changed.UnionWith(await changes.Revise(turn, task, wish.Revise, wish.Title));
        return changed;
    }
}
