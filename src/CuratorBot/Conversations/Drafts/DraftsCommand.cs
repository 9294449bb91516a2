using CuratorBot.Conversations.Turns;
using CuratorBot.People;

namespace CuratorBot.Conversations.Drafts;

/// <summary>«/drafts»: what she began and has not finished.</summary>
public sealed class DraftsCommand(DraftShelf shelf) : ICommand
{
    public const string CommandName = "drafts";

    public string Name => CommandName;
    public bool ReadsOnly => false;

    public bool IsFor(Asker who) => who.IsMember;

    public async Task<Reply> Take(TurnContext turn, string argument) =>
        Reply.With(await DraftCards.List(shelf, turn, page: 0));
}
