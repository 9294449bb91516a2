using CuratorBot.Conversations;

namespace CuratorBot.People;

/// <summary>What nobody understood: the main things that she can do, as buttons.</summary>
public sealed class Hint(CommandMenu menu) : IUnasked
{
    public Task<Turn?> Take(TurnContext turn) =>
        Task.FromResult<Turn?>(
            Turn.Reply(
                turn.Say(turn.Who.MaySee.IsWide ? "reception.hintWithNames" : "reception.hint") with
                {
                    Choices = menu.MainButtonsFor(turn, turn.Who),
                }
            )
        );
}
