using System.Globalization;
using CuratorBot.Conversations.Turns;
using CuratorBot.Messaging;
using CuratorBot.Schedule;
using CuratorBot.Texts;

namespace CuratorBot.Tasks.Import;

/// <summary>
/// The buttons under a preview. «Применить» does only what the preview said: it reads the file and the rights
/// again, and when anything has changed since, it shows a new preview instead.
/// </summary>
public sealed class ScheduleFileActions(SchedulePlanner planner, ScheduleImport import) : IAction
{
    internal const string Apply = "schedule.apply";
    internal const string Drop = "schedule.drop";

    internal const string NextYear = "schedule.nextYear";

    public IEnumerable<string> Names => [Apply, Drop, NextYear];
    public bool ReadsOnly => false;

    internal static string ApplyIn(string path, SchedulePlan plan) => $"{Apply}:{plan.Hash()}:{path}";

    internal static string NextYearOf(int year) =>
        string.Create(CultureInfo.InvariantCulture, $"{NextYear}:{year}");

    /// <summary>The year that a button would copy; null for another button.</summary>
    internal static int? YearIn(PressedButton? pressed) =>
        pressed?.Choice.Action.Split(':', 2) is [NextYear, var year]
        && int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    /// <summary>The file that a button would apply; null for another button.</summary>
    internal static string? PathIn(PressedButton? pressed) =>
        pressed?.Choice.Action.Split(':', 3) is [Apply, _, { Length: > 0 } path] ? path : null;

    public async Task<Reply> Take(TurnContext turn, string name, string argument)
    {
        if (!ScheduleRights.MayAdd(turn.Who))
            return Reply.OnlyToast(turn.Texts.Plain("schedule.notYours"));
        if (name == Drop)
            return Reply.With(MarkPressed(turn, "scheduleFile.dropped"));
        if (name == NextYear)
            return turn.Prepared is PreviewedSchedule copied
                ? copied.Answer()
                : Reply.With(turn.Say("scheduleFile.nothingToCopy"));
        if (turn.Prepared is not RereadSchedule reread)
            return Reply.OnlyToast(turn.Texts.Plain("scheduleFile.expired"));
        var plan = await planner.Plan(turn, reread.File.Rows);
        if (plan is { ChangesAnything: false, IsClean: true })
            return Reply.OnlyToast(turn.Texts.Plain("scheduleFile.appliedAlready"));
        if (plan.Hash() != argument.Split(':')[0])
            return Reply
                .With(MarkPressed(turn, "scheduleFile.stale"))
                .Then(
                    SchedulePreview.Of(
                        turn,
                        turn.Texts.Plain("scheduleFile.sameFile"),
                        reread.Path,
                        plan,
                        reread.File.Notes
                    )
                );
        var edits = await import.Apply(turn, plan);
        return Reply
            .With(MarkPressed(turn, "scheduleFile.applied"))
            .Then(turn.Say(Done(turn, plan)))
            .Then(edits);
    }

    private static RichText Done(TurnContext turn, SchedulePlan plan)
    {
        var lines = new RichTextBuilder().Add(turn.Text("scheduleFile.done.head"));
        foreach (var verdict in Enum.GetValues<RowVerdict>().Where(one => one != RowVerdict.Unchanged))
            if (plan.Count(verdict) is > 0 and var count)
                lines.Line(turn.Text($"scheduleFile.done.{verdict}", ("count", count)));
        return lines.Build();
    }

    private static OutgoingMessage MarkPressed(TurnContext turn, string key) =>
        turn.EditPressed(RichText.Lines(turn.Pressed!.Message.Text, "", turn.Text(key)));
}
