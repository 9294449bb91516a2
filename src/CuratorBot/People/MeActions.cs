using CuratorBot.Conversations;

namespace CuratorBot.People;

/// <summary>The buttons under «/me».</summary>
public sealed class MeActions(FormEngine engine) : IAction
{
    public const string Rename = "me.rename";
    public const string AddRole = "me.addRole";

    public IEnumerable<string> Names => [Rename, AddRole];
    public bool ReadsOnly => false;

    public async Task<Turn> Take(TurnContext turn, string name, string argument)
    {
        if (!turn.Who.IsMember)
            return Turn.OnlyToast(turn.Texts.Plain("forms.stale"));
        if (name == Rename)
            return await engine.Start(turn, RenameForm.FormName);
        return await JoinRequests.WaitingOf(turn.Db, turn.Who.PersonId) is { } waiting
            ? Turn.Reply(JoinRequests.StillWaiting(turn, waiting))
            : await engine.Start(turn, JoinForm.FormName);
    }
}
