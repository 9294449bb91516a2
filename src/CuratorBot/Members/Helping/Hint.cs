using CuratorBot.Conversations.Turns;

namespace CuratorBot.Members.Helping;

/// <summary>What nobody understood: the main things that she can do, as buttons.</summary>
public sealed class Hint : IUnasked
{
    public Task<Reply?> Take(TurnContext turn) =>
        Task.FromResult<Reply?>(
            Reply.With(
                turn.Say(turn.Who.MaySee.IsWide ? "reception.hintWithNames" : "reception.hint") with
                {
                    Choices = CommandMenu.MainButtonsFor(turn, turn.Who),
                }
            )
        );
}
