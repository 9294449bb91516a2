using CuratorBot.Conversations;

namespace CuratorBot.People;

/// <summary>What nobody understood: the main things that she can do, as buttons.</summary>
public sealed class Hint(CommandMenu menu) : IUnasked
{
    public Task<Reply?> Take(TurnContext turn) =>
        Task.FromResult<Reply?>(
            Reply.With(
                turn.Say(turn.Who.MaySee.IsWide ? "reception.hintWithNames" : "reception.hint") with
                {
                    Choices = menu.MainButtonsFor(turn, turn.Who),
                }
            )
        );
}
