using CuratorBot.Conversations.Forms;
using CuratorBot.Conversations.Questions;
using CuratorBot.Conversations.Turns;
using CuratorBot.People;
using CuratorBot.Reminders;
using CuratorBot.Schedule;

namespace CuratorBot.Tasks.Editing;

/// <summary>One question: why? Its subject is the id of an obligation; the rights are read again at the end.</summary>
public abstract class ReasonForm : Form
{
    private const string ReasonKey = "reason";
    private const int Longest = 300;
    private const int Shortest = 3;

    public override bool HasSummary => false;

    public override bool IsFor(Asker who) => ScheduleRights.MayAdd(who);

    public override IReadOnlyList<Question> Questions { get; } = [new ReasonQuestion(ReasonKey)];

    protected abstract bool IsExcuse { get; }

    protected abstract Task<Reply> Take(TurnContext turn, Obligation row, string reason);

    public override async Task<Reply> Submit(TurnContext turn, AnswerSheet sheet)
    {
        if (await SeenObligations.Find(turn, sheet.Subject) is not { } row)
            return Reply.With(turn.Say("schedule.owed.notYours"));
        return Refusal(turn, row, IsExcuse) is { } why
            ? Reply.With(turn.Say(why))
            : await Take(turn, row, sheet[ReasonKey]!);
    }

    /// <summary>Key of the text that says why not; null when she may.</summary>
    internal static string? Refusal(TurnContext turn, Obligation row, bool isExcuse) =>
        isExcuse
            ? !ScheduleRights.MayExcuse(turn.Who, row)
                ? "schedule.owed.notYours"
                : row.IsOpen
                    ? null
                    : "schedule.owed.closedAlready"
            : !ScheduleRights.MayReopen(turn.Who, row)
                ? "schedule.owed.notYours"
                : row.IsOpen
                    ? "schedule.owed.openAlready"
                    : row.Outcome == Outcome.Cancelled
                        ? "schedule.owed.taskCancelled"
                        : null;

    /// <summary>Says for what the reason is asked.</summary>
    private sealed class ReasonQuestion(string key) : Question(key)
    {
        private readonly TextQuestion _text = new(key, Longest, Shortest);

        public override async ValueTask<Prompt> Ask(Asking asking)
        {
            var row = await SeenObligations.Find(asking.Turn, asking.Sheet.Subject);
            if (row is null)
                return new Prompt(asking.Text("askNothing"));
            var facts = await CardFacts.Of(asking.Turn.Db, [row]);
            return new Prompt(
                asking.Text("ask", ("title", facts.TaskOf(row).Title), ("owner", facts.OwnerOf(row)))
            );
        }

        public override ValueTask<Reading> Read(Asking asking) => _text.Read(asking);
    }
}

/// <summary>«Не требуется»: this owner need not do it.</summary>
public sealed class ExcuseForm(Closing closing) : ReasonForm
{
    public const string FormName = "excuse";

    public override string Name => FormName;
    protected override bool IsExcuse => true;

    protected override Task<Reply> Take(TurnContext turn, Obligation row, string reason) =>
        closing.Excuse(turn, row, reason);
}

/// <summary>«Открыть снова»: it was closed by mistake, or not well enough.</summary>
public sealed class ReopenForm(Closing closing) : ReasonForm
{
    public const string FormName = "reopen";

    public override string Name => FormName;
    protected override bool IsExcuse => false;

    protected override Task<Reply> Take(TurnContext turn, Obligation row, string reason) =>
        closing.Reopen(turn, row, reason);
}
