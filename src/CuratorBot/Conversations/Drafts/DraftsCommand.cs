using CuratorBot.People;

namespace CuratorBot.Conversations;

/// <summary>«/drafts»: what she began and has not finished.</summary>
public sealed class DraftsCommand(FormEngine engine) : ICommand
{
    public const string CommandName = "drafts";

    public string Name => CommandName;
    public bool ReadsOnly => false;

    public bool IsFor(Asker who) => who.IsMember;

    public async Task<Turn> Take(TurnContext turn, string argument) =>
        Turn.Reply(await DraftCards.List(engine, turn, page: 0));
}
