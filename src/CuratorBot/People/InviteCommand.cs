using CuratorBot.Conversations;

namespace CuratorBot.People;

/// <summary>«/invite»: a link and a code for somebody whom the coordinator knows.</summary>
public sealed class InviteCommand(FormEngine engine) : ICommand
{
    public string Name => "invite";
    public bool ReadsOnly => false;

    public bool IsFor(Asker who) => !who.MayAdmit.IsEmpty;

    public Task<Turn> Take(TurnContext turn, string argument) => engine.Start(turn, InviteForm.FormName);
}
