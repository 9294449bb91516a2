using System.Globalization;
using CuratorBot.Conversations.Forms;
using CuratorBot.Conversations.Questions;
using CuratorBot.Conversations.Turns;
using CuratorBot.People;
using CuratorBot.Schedule;
using CuratorBot.Texts;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Tasks.Editing;

/// <summary>«Отменить задачу»: why, and a last look at whom it concerns.</summary>
public sealed class CancelTaskForm(TaskChanges changes) : Form
{
    public const string FormName = "cancelTask";
    private const string ReasonKey = "reason";
    private const string TitleNote = "title";
    private const string OpenNote = "open";
    private const int Longest = 300;
    private const int Shortest = 3;

    public override string Name => FormName;

    public override bool IsFor(Asker who) => ScheduleRights.MayAdd(who);

    public override IReadOnlyList<Question> Questions { get; } =
    [new TextQuestion(ReasonKey, Longest, Shortest)];

    public override async Task Prepare(TurnContext turn, AnswerSheet sheet)
    {
        var (task, open) = (
            await turn.Db.Tasks.FindAsync(sheet.Subject),
            await OwnObligations.Open(turn.Db).CountAsync(row => row.TaskId == sheet.Subject)
        );
        sheet.Notes[TitleNote] = task?.Title ?? "";
        sheet.Notes[OpenNote] = open.ToString(CultureInfo.InvariantCulture);
    }

    public override RichText SummaryHead(TurnContext turn, AnswerSheet sheet)
    {
        var open = int.Parse(sheet.Note(OpenNote) ?? "0", CultureInfo.InvariantCulture);
        return turn.Text(
            open == 0 ? "cancelTask.summaryNobody" : "cancelTask.summary",
            ("title", sheet.Note(TitleNote)),
            ("open", open)
        );
    }

    public override async Task<Reply> Submit(TurnContext turn, AnswerSheet sheet)
    {
        var (task, refusal) = await TaskChangeActions.FindChangeable(turn, sheet.Subject);
        if (refusal is not null)
            return Reply.With(turn.Say(refusal));
        var edits = await changes.Redraw(turn, await changes.Cancel(turn, task!, sheet[ReasonKey]!));
        return edits.Then(turn.Say("cancelTask.done", ("title", task!.Title)));
    }
}
