using CuratorBot.Conversations.Forms;
using CuratorBot.Conversations.Questions;
using CuratorBot.Conversations.Turns;
using CuratorBot.People;

namespace CuratorBot.Events.Planning;

/// <summary>Another day for a planned event. Its subject is the id of the event.</summary>
public sealed class MovePlanForm : Form
{
    public const string FormName = "movePlan";

    private readonly PlanChanges _changes;

    public MovePlanForm(PlanChanges changes) => _changes = changes;

    public override string Name => FormName;
    public override bool HasSummary => false;

    public override IReadOnlyList<Question> Questions { get; } =
    [
        new DateQuestion(PlanForm.Date) { IsAhead = true, IsSoon = true },
        new HourQuestion(PlanForm.Hour) { Optional = true },
    ];

    public override bool IsFor(Asker who) => !who.MayWork.IsEmpty;

    public override async Task<Reply> Submit(TurnContext turn, AnswerSheet sheet)
    {
        if (await PlanRights.FindOpen(turn, sheet.Subject) is not { } plan)
            return Reply.With(turn.Say("plan.settledMeanwhile"));
        var on = DateQuestion.Stored(sheet[PlanForm.Date]!);
        var told = await _changes.Move(turn, plan, on, HourQuestion.Stored(sheet[PlanForm.Hour]));
        var words = await PlanWords.Of(turn, plan);
        return Reply.With(turn.Say("plan.moved", ("what", words.What), ("when", words.Planned))).Then(told);
    }
}
