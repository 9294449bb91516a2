using System.Globalization;
using CuratorBot.Conversations.Forms;
using CuratorBot.Conversations.Questions;
using CuratorBot.Conversations.Turns;
using CuratorBot.People;
using CuratorBot.Schedule;
using CuratorBot.Schedule.Calendar;
using CuratorBot.Texts;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Tasks.Editing;

/// <summary>«Перенести»: whose deadline, to which day, and what that changes for whom.</summary>
public sealed class MoveTaskForm(TaskChanges changes, WorkCalendar calendar) : Form
{
    public const string FormName = "moveTask";
    private const string WhoseKey = "whose";
    private const string DateKey = "date";
    private const string TitleNote = "title";
    private const string All = "All";

    public override string Name => FormName;

    public override bool IsFor(Asker who) => ScheduleRights.MayAdd(who);

    public override IReadOnlyList<Question> Questions { get; } =
    [
        new ChoiceQuestion(WhoseKey, (_, sheet) => WhoseIn(sheet)),
        new DateQuestion(DateKey) { IsAhead = true },
    ];

    public override async Task Prepare(TurnContext turn, AnswerSheet sheet)
    {
        if (await turn.Db.Tasks.FindAsync(sheet.Subject) is not { } task)
            return;
        sheet.Notes[TitleNote] = task.Title;
        var open = await OpenOf(turn, task.Id);
        foreach (var kind in TaskChanges.KindsOf(task))
            sheet.Notes[$"{kind}"] = string.Create(
                CultureInfo.InvariantCulture,
                $"{task.DueOnFor(kind):yyyy-MM-dd} {open.GetValueOrDefault(kind)}"
            );
        if (!task.CountsOn)
            sheet.Notes[nameof(ProjectTask.Doubtful)] = "";
        if (WhoseIn(sheet) is [var only])
            sheet.Give(WhoseKey, new Answer(only, turn.Texts.Plain($"moveTask.whose.options.{only}")));
    }

    public override RichText SummaryHead(TurnContext turn, AnswerSheet sheet)
    {
        var date = DateQuestion.Stored(sheet[DateKey]!);
        var text = new RichTextBuilder().Line(
            turn.Text("moveTask.summary", ("title", sheet.Note(TitleNote)))
        );
        foreach (var kind in ChosenIn(sheet))
            text.Line(Change(turn, sheet, kind, date));
        if (sheet.Note(nameof(ProjectTask.Doubtful)) is not null)
            text.Line(turn.Text("moveTask.confirms"));
        if (!calendar.IsWorkday(date))
            text.Line(turn.Text("moveTask.dayOff", ("date", date), ("workday", calendar.OnOrBefore(date))));
        return text.Build();
    }

    public override async Task<Reply> Submit(TurnContext turn, AnswerSheet sheet)
    {
        var (task, refusal) = await TaskChangeActions.FindChangeable(turn, sheet.Subject);
        if (refusal is not null)
            return Reply.With(turn.Say(refusal));
        var date = DateQuestion.Stored(sheet[DateKey]!);
        IReadOnlyList<long> moved = [];
        foreach (var kind in ChosenIn(sheet).Intersect(TaskChanges.KindsOf(task!)).ToList())
            moved = await changes.Move(turn, task!, kind, date);
        var edits = await changes.Redraw(turn, moved);
        return edits.Then(
            turn.Say("moveTask.done", ("title", task!.Title), ("dates", ScheduleDates.Of(turn, task)))
        );
    }

    private static RichText Change(TurnContext turn, AnswerSheet sheet, OwnerKind kind, DateOnly date)
    {
        var noted = sheet.Note($"{kind}")!.Split(' ');
        var open = int.Parse(noted[1], CultureInfo.InvariantCulture);
        return turn.Text(
            open == 0 ? "moveTask.changeNobody" : "moveTask.change",
            ("who", turn.Text($"schedule.kinds.{kind}")),
            ("before", DateQuestion.Stored(noted[0])),
            ("date", date),
            ("open", open)
        );
    }

    private static List<string> WhoseIn(AnswerSheet sheet)
    {
        var kinds = Enum.GetNames<OwnerKind>().Where(kind => sheet.Note(kind) is not null).ToList();
        return kinds.Count > 1 ? [.. kinds, All] : kinds;
    }

    private static IEnumerable<OwnerKind> ChosenIn(AnswerSheet sheet) =>
        Enum.GetValues<OwnerKind>()
            .Where(kind => sheet[WhoseKey] is { } whose && (whose == $"{kind}" || whose == All))
            .Where(kind => sheet.Note($"{kind}") is not null);

    private static Task<Dictionary<OwnerKind, int>> OpenOf(TurnContext turn, string task) =>
        turn
            .Db.Obligations.Where(row => row.TaskId == task && row.DoneAt == null)
            .GroupBy(row => row.OwnerKind)
            .ToDictionaryAsync(rows => rows.Key, rows => rows.Count());
}
