using CuratorBot.Conversations.Turns;
using CuratorBot.People;

namespace CuratorBot.Members.Inviting;

/// <summary>«/invite»: a link and a code for somebody whom the coordinator knows.</summary>
public sealed class InviteCommand : ICommand
{
    public string Name => "invite";
    public bool ReadsOnly => false;

    public bool IsFor(Asker who) => !who.MayAdmit.IsEmpty;

    public Task<Reply> Take(TurnContext turn, string argument) =>
        Task.FromResult(Reply.Opens(InviteForm.FormName));
}
