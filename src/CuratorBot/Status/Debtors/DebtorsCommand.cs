using CuratorBot.Conversations.Turns;
using CuratorBot.People;
using CuratorBot.Schools;

namespace CuratorBot.Status.Debtors;

/// <summary>«/debtors» shows who is late: in one municipality, or in all that a coordinator looks after.</summary>
internal sealed class DebtorsCommand(DebtorAnswers debtors, DebtorListAnswers lists, NameAnswers names)
    : ICommand
{
    public const string CommandName = "debtors";

    public string Name => CommandName;
    public bool ReadsOnly => true;

    public bool IsFor(Asker who) => who.MaySee.IsWide;

    public async Task<Reply> Take(TurnContext turn, string argument)
    {
        if (argument.Length > 0)
            return await names.Answer(
                turn,
                argument,
                new NameAsked(
                    Sought.Municipality,
                    Buttons.OwnDebtors,
                    named => $"{Buttons.Debtors}:{named.Id}:0",
                    (asking, named) => Show(asking, named.Id)
                )
            );
        var scope = turn.Who.MaySee;
        return scope.OnlyMunicipality is { } only
            ? await Show(turn, only)
            : Reply.With((await lists.Find(turn, scope, wanted: 0)).Say(turn));
    }

    private async Task<Reply> Show(TurnContext turn, string id) =>
        await debtors.Find(turn, id, wanted: 0) is { } answer
            ? Reply.With(answer.Say(turn))
            : Refusal.Of(turn, Buttons.OwnDebtors);
}
