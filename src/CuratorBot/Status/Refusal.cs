using CuratorBot.Conversations.Turns;

namespace CuratorBot.Status;

/// <summary>
/// One answer for what does not exist and for what is not hers, so that nothing can be learned from it.
/// </summary>
internal static class Refusal
{
    /// <param name="own">The action that shows what is hers.</param>
    public static Reply Of(TurnContext turn, string own)
    {
        var whose = turn.Who.MaySee.IsWide ? "coordinator" : "school";
        return Reply.With(
            turn.Say($"status.notFound.{whose}") with
            {
                Choices =
                [
                    [turn.Button($"status.notFound.{whose}Button", own)],
                ],
            }
        );
    }

    public static Reply OfStranger(TurnContext turn) => Reply.With(turn.Say("reception.strangers"));
}
