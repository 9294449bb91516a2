using CuratorBot.Conversations.Turns;

namespace CuratorBot.Status.Debtors;

/// <summary>The buttons of the lists of debtors. Each press asks again what this person may see.</summary>
internal sealed class DebtorsButtons(DebtorAnswers debtors, DebtorListAnswers lists) : IAction
{
    public IEnumerable<string> Names => [Buttons.Debtors, Buttons.DebtorList];
    public bool ReadsOnly => true;

    public async Task<Reply> Take(TurnContext turn, string name, string argument)
    {
        if (turn.Known is not { IsMember: true } who)
            return Refusal.OfStranger(turn);
        if (!who.MaySee.IsWide)
            return Refusal.Of(turn, Buttons.OwnStatus);
        return name == Buttons.DebtorList ? await List(turn, argument) : await Municipality(turn, argument);
    }

    private async Task<Reply> List(TurnContext turn, string argument)
    {
        var page = await lists.Find(turn, turn.Who.MaySee, Page.Wanted(argument));
        return Reply.With(turn.EditPressed(page.Text, page.Choices));
    }

    private async Task<Reply> Municipality(TurnContext turn, string argument)
    {
        var parts = argument.Split(':', 2);
        var answer = await debtors.Find(turn, parts[0], Page.Wanted(parts.ElementAtOrDefault(1) ?? ""));
        return answer is null ? Refusal.Of(turn, Buttons.OwnDebtors) : Reply.With(answer.Say(turn));
    }
}
