using CuratorBot.Conversations.Turns;
using CuratorBot.People;

namespace CuratorBot.Events.Planning;

/// <summary>«/plan»: what is planned at the schools that she sees. Where there is nothing, planning begins at once.</summary>
public sealed class PlanCommand : ICommand
{
    public string Name => PlanForm.FormName;
    public bool ReadsOnly => false;

    public bool IsFor(Asker who) => who.IsMember;

    public async Task<Reply> Take(TurnContext turn, string argument) =>
        turn.Who.MayWork.IsEmpty || await PlanList.IsAny(turn)
            ? Reply.With(await PlanList.Show(turn, PlanView.Ahead, 0))
            : Reply.Opens(PlanForm.FormName);
}
