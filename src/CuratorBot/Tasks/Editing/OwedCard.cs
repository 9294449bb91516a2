using CuratorBot.Conversations.Turns;
using CuratorBot.Data;
using CuratorBot.Messaging;
using CuratorBot.Schedule;
using CuratorBot.Texts;

namespace CuratorBot.Tasks.Editing;

/// <summary>One owner's part of a task: what is known of it, and what she who looks may do with it.</summary>
internal static class OwedCard
{
    public static async Task<OutgoingMessage> Edit(TurnContext turn, Obligation row)
    {
        var (task, names) = (
            (await turn.Db.Tasks.FindAsync(row.TaskId))!,
            await OwnerNames.Of(turn.Db, [row])
        );
        var text = new RichTextBuilder()
            .Line(turn.Text("schedule.card.title", ("title", task.Title)))
            .Line(
                turn.Text(
                    "schedule.owed.line",
                    ("name", names[row]),
                    ("state", TaskWords.StateOf(turn, row)),
                    ("date", row.DueOn)
                )
            );
        if (row.DoneBy is { } closer && await turn.Db.People.FindAsync(closer) is { Name: { } who })
            text.Line(turn.Text($"schedule.owed.by.{row.Outcome}", ("who", who)));
        if (row.EvidenceKind is EvidenceKind.Link or EvidenceKind.UncheckedLink or EvidenceKind.Number)
            text.Line(turn.Text($"schedule.owed.proof.{row.EvidenceKind}", ("proof", row.Evidence)));
        return turn.EditPressed(text.Build(), [.. await ChoicesOf(turn, task, row)]);
    }

    private static async Task<IReadOnlyList<IReadOnlyList<Choice>>> ChoicesOf(
        TurnContext turn,
        ProjectTask task,
        Obligation row
    )
    {
        var choices = new List<IReadOnlyList<Choice>>();
        var today = LocalDays.Today(turn.Now, row.TimeZone);
        if (row.IsOpen && (await Owners.Of(turn.Db, [row])).MayClose(turn.Who, row, today))
            choices.Add([turn.Button("schedule.owed.done", ObligationActions.DoneInCardOf(row))]);
        if (row.IsOpen && ScheduleRights.MayExcuse(turn.Who, row))
            choices.Add([turn.Button("schedule.owed.excuse", OwedActions.ExcuseOf(row))]);
        if (!row.IsOpen && task.CancelledAt is null && ScheduleRights.MayReopen(turn.Who, row))
            choices.Add([turn.Button("schedule.owed.reopen", OwedActions.ReopenOf(row))]);
        if (row.EvidenceKind is EvidenceKind.Document or EvidenceKind.Photo)
            choices.Add([turn.Button("schedule.owed.showFile", TaskActions.FileOf(row))]);
        choices.Add([
            turn.Button(
                "schedule.owed.back",
                TaskActions.OwnersOf(task, row.MunicipalityId ?? PlaceList.Unplaced, 0)
            ),
        ]);
        return choices;
    }
}
