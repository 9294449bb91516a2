using CuratorBot.Conversations.Turns;
using CuratorBot.Messaging;
using CuratorBot.Schedule;

namespace CuratorBot.Reminders.Debtors;

/// <summary>
/// «🔔 Напомнить»: those who were chosen, or all. A great many are asked about first. A second tap finds them
/// reminded and says by whom.
/// </summary>
public sealed class RemindAction(Reminding reminding) : IAction
{
    private const string Sure = "debtors.sure";

    /// <summary>More people than this are asked about first.</summary>
    private const int Many = 100;

    public IEnumerable<string> Names => [ObligationActions.Remind, Sure];
    public bool ReadsOnly => false;

    public async Task<Reply> Take(TurnContext turn, string name, string argument)
    {
        var selection = Selection.Parse(argument);
        if (await DebtorBook.Read(turn, selection.MunicipalityId) is not { } book)
            return Reply.OnlyToast(turn.Texts.Plain("debtors.notYours"));
        if (book.AreTooMany)
            return Reply.With(turn.Say("debtors.tooMany", ("most", DebtorBook.MostDebts)));
        var chosen = book.In(selection).ToList();
        if (chosen.Count == 0)
            return Reply.With(turn.Say(book.Groups.Count == 0 ? "debtors.nobody" : "debtors.nobodyChosen"));
        if (name == ObligationActions.Remind && await Reminding.Count(turn, chosen) is > Many and var people)
            return Reply.With(AskWhetherSure(turn, selection, people));
        var account = await reminding.Remind(turn, book, chosen);
        await turn.Db.SaveChangesAsync();
        return Reply.With(
            turn.Say(await RemindingReport.Write(turn, book, account)) with
            {
                Choices = Beside(turn, selection, account),
            }
        );
    }

    private static OutgoingMessage AskWhetherSure(TurnContext turn, Selection selection, int people) =>
        turn.Say("debtors.many", ("n", people)) with
        {
            Choices =
            [
                [turn.Button("debtors.sure", $"{Sure}:{selection}")],
                [turn.Button("debtors.chooseButton", $"{ObligationActions.Choose}:{selection}")],
            ],
        };

    private static IReadOnlyList<IReadOnlyList<Choice>> Beside(
        TurnContext turn,
        Selection selection,
        RemindingAccount account
    ) =>
        account.Lost.Count + account.Substituted.Count == 0
            ? []
            :
            [
                [
                    turn.Button(
                        "debtors.unreachableButton",
                        $"{ObligationActions.Unreachable}:{selection.MunicipalityId}"
                    ),
                ],
            ];
}

/// <summary>«Выбрать, кому напомнить»: ticks that live in the buttons of the message alone.</summary>
public sealed class ChooseAction : IAction
{
    public IEnumerable<string> Names => [ObligationActions.Choose, ChooseCard.Toggle];
    public bool ReadsOnly => true;

    public async Task<Reply> Take(TurnContext turn, string name, string argument)
    {
        var selection = Selection.Parse(argument);
        if (await DebtorBook.Read(turn, selection.MunicipalityId) is not { } book)
            return Reply.OnlyToast(turn.Texts.Plain("debtors.notYours"));
        if (book.AreTooMany)
            return Reply.With(turn.Say("debtors.tooMany", ("most", DebtorBook.MostDebts)));
        if (book.Groups.Count == 0)
            return Reply.With(turn.Say("debtors.nobody"));
        var card = new ChooseCard(turn, book, selection);
        return Reply.With(
            name == ChooseCard.Toggle
                ? turn.EditPressed(await card.Text(), [.. card.Choices()])
                : turn.Say(await card.Text()) with
                {
                    Choices = card.Choices(),
                }
        );
    }
}
