using CuratorBot.Conversations.Turns;
using CuratorBot.Data;
using CuratorBot.Schedule;
using CuratorBot.Texts;

namespace CuratorBot.Tasks.Editing;

/// <summary>How far somebody is with a task, in words.</summary>
internal static class TaskWords
{
    /// <summary>«Школы: сдано 3 из 12 (в срок 2, с опозданием 1), просрочено 4, не требуется 1».</summary>
    public static RichText Of(TurnContext turn, TaskTally tally)
    {
        var parts = new List<RichText>();
        if (tally.Expected > 0)
            parts.Add(
                turn.Text(
                    "schedule.tally.received",
                    ("received", tally.Received),
                    ("expected", tally.Expected)
                )
            );
        if (tally.Late > 0)
            parts.Add(turn.Text("schedule.tally.late", ("count", tally.Late)));
        else if (tally.Received > 0 && tally.OnTime == tally.Received)
            parts.Add(turn.Text("schedule.tally.onTime"));
        if (tally.Overdue > 0)
            parts.Add(turn.Text("schedule.tally.overdue", ("count", tally.Overdue)));
        if (tally.Excused > 0)
            parts.Add(turn.Text("schedule.tally.excused", ("count", tally.Excused)));
        return turn.Text(
            "schedule.tally.line",
            ("who", turn.Text($"schedule.kinds.{tally.Kind}")),
            ("what", RichText.Join(", ", parts))
        );
    }

    /// <summary>«сдано 26 января, на 2 дня позже срока»; «до 24 января»; «не требуется: школа закрыта».</summary>
    public static RichText StateOf(TurnContext turn, Obligation row)
    {
        var today = LocalDays.Today(turn.Now, row.TimeZone);
        var late = row.DoneOn is { } done ? done.DayNumber - row.DueOn.DayNumber : 0;
        return row switch
        {
            { IsOpen: false, Outcome: Outcome.Excused } => turn.Text(
                "schedule.state.excused",
                ("reason", row.Reason)
            ),
            { IsOpen: false, Outcome: Outcome.Cancelled } => turn.Text("schedule.state.cancelled"),
            { IsOpen: false } when late > 0 => turn.Text(
                "schedule.state.late",
                ("date", row.DoneOn),
                ("days", late)
            ),
            { IsOpen: false, DoneOn: null } => turn.Text("schedule.state.doneSometime"),
            { IsOpen: false } => turn.Text("schedule.state.done", ("date", row.DoneOn)),
            { Active: false } => turn.Text("schedule.state.unconfirmed", ("date", row.DueOn)),
            _ when row.IsOverdue(today) => turn.Text(
                "schedule.state.overdue",
                ("days", today.DayNumber - row.DueOn.DayNumber)
            ),
            _ => turn.Text("schedule.state.open", ("date", row.DueOn)),
        };
    }
}
