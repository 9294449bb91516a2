using CuratorBot.Conversations.Turns;
using CuratorBot.Messaging;
using CuratorBot.Schedule;
using CuratorBot.Status.Debtors;

namespace CuratorBot.Status;

/// <summary>The buttons under the answers of this slice, and the actions behind them.</summary>
internal static class Buttons
{
    public const string Municipality = "status.municipality";
    public const string School = "status.school";
    public const string Schools = "status.schools";
    public const string Overview = "status.overview";
    public const string Debtors = "debtors.municipality";
    public const string DebtorList = "debtors.list";

    public const string OwnStatus = $"{Reception.CommandActionName}:{StatusCommand.CommandName}:";
    public const string OwnDebtors = $"{Reception.CommandActionName}:{DebtorsCommand.CommandName}:";

    public static string Events(string municipalityId) =>
        $"{Reception.CommandActionName}:events:{municipalityId}";

    /// <summary>What is kept of a school or municipality in tables.</summary>
    public static Choice Registers(TurnContext turn, string action) =>
        turn.Button("registers.buttons.ofPlace", action);

    public static IEnumerable<IReadOnlyList<Choice>> InPairs(IEnumerable<Choice> choices) => choices.Chunk(2);

    /// <summary>What can be done about debtors: of a municipality, or of all where the id is empty.</summary>
    public static IEnumerable<IReadOnlyList<Choice>> BesideDebtors(
        TurnContext turn,
        string id,
        bool mayRemind
    )
    {
        if (mayRemind)
        {
            yield return [turn.Button("debtors.remindAll", $"{ObligationActions.Remind}:{id}")];
            yield return [turn.Button("debtors.chooseButton", $"{ObligationActions.Choose}:{id}")];
        }
        yield return [turn.Button("debtors.unreachableButton", $"{ObligationActions.Unreachable}:{id}")];
        yield return [turn.Button("debtors.historyButton", $"{ObligationActions.History}:{id}")];
    }

    /// <summary>«Earlier» and «further» of a list in pages; no row where one page is all.</summary>
    /// <param name="action">Of a page; its number from 0 is put behind it.</param>
    public static IEnumerable<IReadOnlyList<Choice>> Pages(StatusWords words, string action, Page page) =>
        page.Turning(
            words.Get("pages.earlier").Text,
            words.Get("pages.further").Text,
            number => $"{action}{number}"
        );
}
