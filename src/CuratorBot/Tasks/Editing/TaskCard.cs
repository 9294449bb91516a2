using CuratorBot.Conversations.Turns;
using CuratorBot.Messaging;
using CuratorBot.Schedule;
using CuratorBot.Texts;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Tasks.Editing;

/// <summary>One task: whom it concerns, until when, how far they are, and what may be changed of it.</summary>
internal static class TaskCard
{
    public static async Task<(RichText Text, IReadOnlyList<IReadOnlyList<Choice>> Choices)> Of(
        TurnContext turn,
        ProjectTask task
    )
    {
        var tallies = await TaskTally.Read(turn.Db, task.Id, turn.Who.MaySee, turn.Now);
        var text = new RichTextBuilder()
            .Line(turn.Text("schedule.card.title", ("title", task.Title)))
            .Line(await WhomOf(turn, task))
            .Line(ScheduleDates.Of(turn, task));
        if (task.Optional)
            text.Line(turn.Text("schedule.card.optional"));
        if (task.Wants != Wants.Nothing)
            text.Line(turn.Text($"schedule.card.wants.{task.Wants}"));
        if (task.CancelledAt is not null)
            text.EmptyLine().Line(turn.Text("schedule.card.cancelled", ("reason", task.CancelledBecause)));
        else if (tallies.Count > 0)
            text.EmptyLine()
                .Line(RichText.Lines(TaskTally.ByKind(tallies).Select(tally => TaskWords.Of(turn, tally))));
        return (text.Build(), await ChoicesOf(turn, task, tallies));
    }

    public static async Task<OutgoingMessage> Edit(TurnContext turn, ProjectTask task)
    {
        var (text, choices) = await Of(turn, task);
        return turn.EditPressed(text, [.. choices]);
    }

    private static async Task<RichText> WhomOf(TurnContext turn, ProjectTask task)
    {
        var town = await turn
            .Db.Municipalities.Where(row => row.Id == task.MunicipalityId)
            .Select(row => row.Name)
            .FirstOrDefaultAsync();
        return turn.Text(
            task.DueOnForSchools is null ? "schedule.card.place"
                : task.Group is null ? "schedule.card.whom"
                : "schedule.card.whomGroup",
            ("place", town ?? task.Region ?? turn.Texts.Plain("schedule.card.country")),
            ("group", task.Group)
        );
    }

    private static async Task<IReadOnlyList<IReadOnlyList<Choice>>> ChoicesOf(
        TurnContext turn,
        ProjectTask task,
        IReadOnlyList<TaskTally> tallies
    )
    {
        var rows = new List<IReadOnlyList<Choice>>();
        if (tallies.Count > 0 && task.CancelledAt is null)
            rows.Add([turn.Button("schedule.card.who", TaskActions.PlacesOf(task, 0))]);
        if (await ScheduleRights.MayChange(turn, task))
        {
            if (task.CancelledAt is not null)
                rows.Add([turn.Button("schedule.card.restore", TaskChangeActions.RestoreOf(task))]);
            else
            {
                if (TaskChanges.KindsOf(task).Any())
                    rows.Add([turn.Button("schedule.card.move", TaskChangeActions.MoveOf(task))]);
                rows.Add([turn.Button("schedule.card.cancel", TaskChangeActions.CancelOf(task))]);
            }
        }
        if (!task.CountsOn && !turn.Who.MayLead.IsEmpty && task.CancelledAt is null)
            rows.Add([
                new Choice(
                    turn.Texts.Plain("schedule.confirm", ("date", ScheduleDates.LastOf(task))),
                    ObligationActions.ConfirmInCardOf(task)
                ),
            ]);
        rows.Add([turn.Button("schedule.card.back", TaskActions.ListOf(0, task.Year))]);
        return rows;
    }
}
