using System.Globalization;
using CuratorBot.Conversations.Turns;
using CuratorBot.Importing;
using CuratorBot.People;
using CuratorBot.Schedule;
using CuratorBot.Tables;
using CuratorBot.Tasks.Editing;
using CuratorBot.Texts;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Tasks.Import;

/// <summary>The schedule as a table.</summary>
public sealed class ScheduleImport(SchedulePlanner planner, TaskChanges changes) : TableImport
{
    public override string Name => "schedule";
    public override string Words => "scheduleFile";
    public override bool TakesGoodRows => true;

    public override bool IsFor(Asker who) => ScheduleRights.MayAdd(who);

    public override int Certainty(TableReading.Read content, TextCatalogue texts) =>
        ScheduleFile.Certainty(content, texts);

    public override async Task<Planning> Plan(TurnContext turn, TableReading.Read content, string? answer) =>
        ScheduleFile.From(content, turn.Texts) is { Rows.Count: > 0 } file
            ? new Planning.Planned(await planner.Plan(turn, file.Rows), file.Notes)
            : new Planning.Refused(turn.Text("scheduleFile.empty"));

    /// <summary>With the edits of the cards that lie in chats.</summary>
    public override async Task<Reply> Apply(TurnContext turn, ImportPlan plan, ImportMode mode, long uploadId)
    {
        var rows = ((SchedulePlan)plan).Changes;
        var changed = new HashSet<long>();
        await AddNew(turn, [.. rows.Where(row => row.Verdict == RowVerdict.New).Select(row => row.Wish!)]);
        foreach (var row in rows.Where(row => row.Verdict == RowVerdict.Changed))
            changed.UnionWith(await Change(turn, row.Existing!, row.Wish!));
        foreach (var row in rows.Where(row => row.Verdict == RowVerdict.Removed))
            changed.UnionWith(
                await changes.Cancel(turn, row.Existing!, turn.Texts.Plain("scheduleFile.cancelledBecause"))
            );
        var edits = await changes.Redraw(turn, changed);
        return Reply.With(turn.Say(Done(turn, plan))).Then(edits);
    }

    private async Task AddNew(TurnContext turn, List<TaskWish> wishes)
    {
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

    private static RichText Done(TurnContext turn, ImportPlan plan)
    {
        var lines = new RichTextBuilder().Add(turn.Text("scheduleFile.done.head"));
        foreach (var verdict in Enum.GetValues<RowVerdict>().Where(one => one != RowVerdict.Same))
            if (plan.Count(verdict) is > 0 and var count)
                lines.Line(turn.Text($"scheduleFile.done.{verdict}", ("count", count)));
        return lines.Build();
    }
}
