using CuratorBot.Conversations;

namespace CuratorBot.Status;

/// <summary>
/// One answer for what does not exist and for what is not hers, so that nothing can be learned from it.
/// </summary>
internal static class Refusal
{
    /// <param name="own">The action that shows what is hers.</param>
    public static Turn Of(TurnContext turn, string own)
    {
        var whose = turn.Who.MaySee.IsWide ? "coordinator" : "school";
        return Turn.Reply(
            turn.Say($"status.notFound.{whose}") with
            {
                Choices =
                [
                    [turn.Button($"status.notFound.{whose}Button", own)],
                ],
            }
        );
    }

    public static Turn OfStranger(TurnContext turn) => Turn.Reply(turn.Say("reception.strangers"));
}
