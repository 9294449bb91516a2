using CuratorBot.Conversations.Turns;
using CuratorBot.People;

namespace CuratorBot.Announcements;

/// <summary>«/announce»: a coordinator tells people of hers something; her earlier announcements lie beside it.</summary>
public sealed class AnnounceCommand : ICommand
{
    public string Name => AnnounceForm.FormName;
    public bool ReadsOnly => false;

    public bool IsFor(Asker who) => who.MayWork.IsWide;

    public Task<Reply> Take(TurnContext turn, string argument) =>
        Task.FromResult(Reply.Opens(AnnounceForm.FormName));
}
