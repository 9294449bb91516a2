using CuratorBot.Conversations.Turns;
using CuratorBot.Members.Entering;
using CuratorBot.People;

namespace CuratorBot.Members.Me;

/// <summary>The buttons under «/me».</summary>
public sealed class MeActions : IAction
{
    public const string Rename = "me.rename";
    public const string AddRole = "me.addRole";

    public IEnumerable<string> Names => [Rename, AddRole];
    public bool ReadsOnly => false;

    public async Task<Reply> Take(TurnContext turn, string name, string argument)
    {
        if (!turn.Who.IsMember)
            return Reply.OnlyToast(turn.Texts.Plain("forms.stale"));
        if (name == Rename)
            return Reply.Opens(RenameForm.FormName);
        return await JoinRequest.WaitingOf(turn.Db, turn.Who.PersonId) is { } waiting
            ? Reply.With(JoinRequests.StillWaiting(turn, waiting))
            : Reply.Opens(JoinForm.FormName);
    }
}
