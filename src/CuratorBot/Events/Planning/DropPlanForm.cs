using CuratorBot.Conversations.Forms;
using CuratorBot.Conversations.Questions;
using CuratorBot.Conversations.Turns;
using CuratorBot.People;

namespace CuratorBot.Events.Planning;

/// <summary>Why a planned event is not held. Its subject is the id of the event.</summary>
public sealed class DropPlanForm : Form
{
    public const string FormName = "dropPlan";
    private const string Why = "why";
    private const int Longest = 300;
    private const int Shortest = 3;

    public override string Name => FormName;
    public override bool HasSummary => false;

    public override IReadOnlyList<Question> Questions { get; } = [new TextQuestion(Why, Longest, Shortest)];

    public override bool IsFor(Asker who) => !who.MayWork.IsEmpty;

    public override async Task<Reply> Submit(TurnContext turn, AnswerSheet sheet)
    {
        if (await PlanRights.FindOpen(turn, sheet.Subject) is not { } plan)
            return Reply.With(turn.Say("plan.settledMeanwhile"));
        var told = await PlanChanges.CallOff(turn, plan, sheet[Why]!);
        var words = await PlanWords.Of(turn, plan);
        return Reply
            .With(
                turn.Say(
                    plan.On < turn.Today ? "plan.notHeldDone" : "plan.calledOff",
                    ("what", words.What),
                    ("when", words.Planned)
                ) with
                {
                    Choices =
                    [
                        [turn.Button("plan.another", $"{PlanActions.New}:{plan.SchoolId}")],
                    ],
                }
            )
            .Then(told);
    }
}
