using CuratorBot.Conversations;
using CuratorBot.People;

namespace CuratorBot.Events.Planning;

/// <summary>«/plan»: what is planned at the schools that she sees. Where there is nothing, planning begins at once.</summary>
public sealed class PlanCommand(FormEngine engine) : ICommand
{
    public string Name => PlanForm.FormName;
    public bool ReadsOnly => false;

    public bool IsFor(Asker who) => who.IsMember;

    public async Task<Turn> Take(TurnContext turn, string argument) =>
        turn.Who.MayWork.IsEmpty || await PlanList.IsAny(turn)
            ? Turn.Reply(await PlanList.Show(turn, PlanView.Ahead, 0))
            : await engine.Start(turn, PlanForm.FormName);
}
