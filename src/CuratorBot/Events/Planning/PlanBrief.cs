using CuratorBot.Conversations.Turns;
using CuratorBot.Messaging;
using CuratorBot.Texts;

namespace CuratorBot.Events.Planning;

/// <summary>What to know before a planned event: the last visit and promise, the risks, what is open.</summary>
internal static class PlanBrief
{
    public static async Task<OutgoingMessage> Write(TurnContext turn, PlannedEvent plan)
    {
        var facts = await BriefFacts.Read(turn.Db, plan.SchoolId, turn.Today);
        var words = await PlanWords.Of(turn, plan);
        var text = new RichTextBuilder().Line(turn.Text("plan.brief.head", ("type", words.Type)));
        text.Line(words.School).Line(words.Planned);
        if (plan.Topic is { } topic)
            text.Line(turn.Text("plan.card.topic", ("topic", topic)));
        text.EmptyLine().Line(LastVisit(turn, facts));
        if (facts.LastPromise is { } promise)
            text.Line(Agreed(turn, promise));
        AddRisks(turn, text, facts);
        AddTasks(turn, text, facts);
        return turn.Say(text.Build()) with
        {
            Choices = plan.IsOpen && PlanRights.MayChange(turn.Who, plan) ? Choices(turn, plan) : [],
        };
    }

    private static IReadOnlyList<IReadOnlyList<Choice>> Choices(TurnContext turn, PlannedEvent plan) =>
        [
            [
                turn.Button("plan.move", PlanActions.Of(PlanActions.Move, plan)),
                turn.Button("plan.callOff", PlanActions.Of(PlanActions.Drop, plan)),
            ],
        ];

    private static RichText LastVisit(TurnContext turn, BriefFacts facts) =>
        facts.LastVisit is { } day
            ? turn.Text("plan.brief.lastVisit", ("date", day))
            : turn.Text("plan.brief.neverVisited");

    private static RichText Agreed(TurnContext turn, Promise promise) =>
        turn.Text(
            promise.CheckBackOn is null ? "plan.brief.agreed" : "plan.brief.agreedToCheck",
            ("date", promise.MadeOn),
            ("what", promise.NextStep),
            ("check", promise.CheckBackOn)
        );

    private static void AddRisks(TurnContext turn, RichTextBuilder text, BriefFacts facts)
    {
        text.EmptyLine();
        if (facts.Risks.Count == 0)
        {
            text.Line(turn.Text("plan.brief.noProfile"));
            return;
        }
        text.Line(turn.Text("plan.brief.risks"));
        foreach (var risk in facts.Risks)
            text.Line(
                risk.LastEvent is { } day
                    ? turn.Text("plan.brief.risk", ("name", risk.Name), ("date", day))
                    : turn.Text("plan.brief.riskAlone", ("name", risk.Name))
            );
    }

    private static void AddTasks(TurnContext turn, RichTextBuilder text, BriefFacts facts)
    {
        text.EmptyLine();
        if (facts.TasksCount == 0)
        {
            text.Line(turn.Text("plan.brief.nothingOpen"));
            return;
        }
        text.Line(turn.Text("plan.brief.tasks"));
        foreach (var task in facts.Tasks)
            text.Line(
                turn.Text(
                    task.DueOn < turn.Today ? "plan.brief.overdue" : "plan.brief.task",
                    ("title", task.Title),
                    ("date", task.DueOn)
                )
            );
        if (facts.TasksCount > facts.Tasks.Count)
            text.Line(turn.Text("plan.brief.moreTasks", ("count", facts.TasksCount - facts.Tasks.Count)));
    }
}
