using CuratorBot.Conversations;
using CuratorBot.People;

namespace CuratorBot.Announcements;

/// <summary>«/announce»: a coordinator tells people of hers something; her earlier announcements lie beside it.</summary>
public sealed class AnnounceCommand(FormEngine engine) : ICommand
{
    public string Name => AnnounceForm.FormName;
    public bool ReadsOnly => false;

    public bool IsFor(Asker who) => who.MayWork.IsWide;

    public Task<Turn> Take(TurnContext turn, string argument) => engine.Start(turn, AnnounceForm.FormName);
}
