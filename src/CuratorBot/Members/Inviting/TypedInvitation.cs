using CuratorBot.Conversations.Drafts;
using CuratorBot.Conversations.Turns;
using CuratorBot.Members.Entering;

namespace CuratorBot.Members.Inviting;

/// <summary>The code of an invitation, typed instead of following its link.</summary>
public sealed class TypedInvitation(Entrance entrance) : IFreeText
{
    public bool LooksLikeOne(string text) => InvitationCode.LooksLikeOne(text);

    /// <summary>Within a form it is an answer, except where a newcomer is asked who she is.</summary>
    public async Task<Reply?> Take(TurnContext turn, string text)
    {
        var session = await DraftShelf.ActiveSession(turn);
        if (
            session
            is not null
                and not { Form: JoinForm.FormName, Step: JoinForm.RoleKey }
                and not { Form: RecogniseForm.FormName }
        )
            return null;
        return await entrance.ComeIn(turn, text);
    }
}
