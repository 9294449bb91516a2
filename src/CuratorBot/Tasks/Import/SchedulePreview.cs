using CuratorBot.Conversations.Turns;
using CuratorBot.Messaging;
using CuratorBot.Tables;
using CuratorBot.Texts;

namespace CuratorBot.Tasks.Import;

/// <summary>«Что изменится и для кого», with what she can do about it. Nothing is changed by saying it.</summary>
internal static class SchedulePreview
{
    /// <summary>Rows of one kind in a message.</summary>
    private const int MostShown = 15;

    public static OutgoingMessage Of(
        TurnContext turn,
        string fileName,
        string path,
        SchedulePlan plan,
        IReadOnlyList<TableNote> notes
    )
    {
        var text = new RichTextBuilder().Add(
            turn.Text("scheduleFile.preview.head", ("file", fileName), ("count", plan.Rows.Count))
        );
        foreach (var verdict in Enum.GetValues<RowVerdict>())
            if (plan.Count(verdict) is > 0 and var count)
                text.Line(turn.Text($"scheduleFile.preview.counts.{verdict}", ("count", count)));
        foreach (var verdict in Enum.GetValues<RowVerdict>().Where(one => one != RowVerdict.Unchanged))
            AddRows(turn, text, plan, verdict);
        foreach (var note in notes)
            text.EmptyLine()
                .Line(turn.Text($"tables.notes.{note.Kind}", ("where", string.Join(", ", note.Where))));
        text.EmptyLine().Line(turn.Text($"scheduleFile.preview.{EndingOf(plan)}"));
        return turn.Say(text.Build()) with { Choices = Choices(turn, path, plan) };
    }

    private static string EndingOf(SchedulePlan plan) =>
        !plan.IsClean ? "correct"
        : plan.ChangesAnything ? "nothingYet"
        : "nothingChanges";

    private static void AddRows(TurnContext turn, RichTextBuilder text, SchedulePlan plan, RowVerdict verdict)
    {
        var rows = plan.Rows.Where(row => row.Verdict == verdict).ToList();
        if (rows.Count == 0)
            return;
        text.EmptyLine().Line(turn.Text($"scheduleFile.preview.rows.{verdict}"));
        foreach (var row in rows.Take(MostShown))
            text.Line(
                turn.Text(
                    "scheduleFile.preview.row",
                    ("row", row.Number),
                    (
                        "title",
                        row.Title.Length > 0 ? row.Title : turn.Texts.Plain("scheduleFile.preview.untitled")
                    ),
                    ("says", row.Says)
                )
            );
        if (rows.Count > MostShown)
            text.Line(turn.Text("scheduleFile.preview.more", ("count", rows.Count - MostShown)));
    }

    private static IReadOnlyList<IReadOnlyList<Choice>> Choices(
        TurnContext turn,
        string path,
        SchedulePlan plan
    )
    {
        if (!plan.ChangesAnything)
            return [];
        var good = plan.Rows.Count(row => row.Verdict is not (RowVerdict.Bad or RowVerdict.Unchanged));
        return
        [
            [
                new Choice(
                    turn.Texts.Plain(
                        plan.IsClean ? "scheduleFile.buttons.apply" : "scheduleFile.buttons.applyGood",
                        ("count", good)
                    ),
                    ScheduleFileActions.ApplyIn(path, plan)
                ),
            ],
            [turn.Button("scheduleFile.buttons.drop", $"{ScheduleFileActions.Drop}:")],
        ];
    }
}
