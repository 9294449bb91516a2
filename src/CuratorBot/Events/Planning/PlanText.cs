using CuratorBot.Conversations.Turns;
using CuratorBot.Messaging;
using CuratorBot.Texts;

namespace CuratorBot.Events.Planning;

/// <summary>One planned event with what she may do with it.</summary>
internal static class PlanText
{
    public static async Task<OutgoingMessage> Card(TurnContext turn, PlannedEvent plan)
    {
        var words = await PlanWords.Of(turn, plan);
        return turn.Say(RichText.Lines([.. Lines(turn, plan, words)])) with
        {
            Choices = plan.IsOpen && PlanRights.MayChange(turn.Who, plan) ? Choices(turn, plan) : [],
        };
    }

    /// <summary>The buttons of one that is still to be settled.</summary>
    public static List<IReadOnlyList<Choice>> Choices(TurnContext turn, PlannedEvent plan) =>
        [
            plan.On <= turn.Today
                ? [turn.Button("plan.report", PlanActions.Of(PlanActions.Report, plan))]
                : [turn.Button("plan.whatToKnow", PlanActions.Of(PlanViews.Brief, plan))],
            [
                turn.Button("plan.move", PlanActions.Of(PlanActions.Move, plan)),
                turn.Button(
                    turn.Now >= PlanTimes.Begins(plan) ? "plan.wasNotHeld" : "plan.callOff",
                    PlanActions.Of(PlanActions.Drop, plan)
                ),
            ],
        ];

    private static IEnumerable<RichText> Lines(TurnContext turn, PlannedEvent plan, PlanWords words)
    {
        yield return turn.Text("plan.card.head", ("type", words.Type));
        yield return words.School;
        yield return words.Planned;
        if (plan.Topic is { } topic)
            yield return turn.Text("plan.card.topic", ("topic", topic));
        yield return turn.Text("plan.card.author", ("name", words.Author));
        if (plan.State == PlanState.Held)
            yield return turn.Text("plan.heldMark");
        if (plan.State == PlanState.NotHeld)
            yield return PlanWords.WhyNot(turn, plan);
        if (plan.IsUnreported(turn.Today))
            yield return turn.Text("plan.card.unreported");
    }
}
