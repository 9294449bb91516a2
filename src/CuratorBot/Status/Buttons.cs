using CuratorBot.Conversations;
using CuratorBot.Messaging;
using CuratorBot.Texts;

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

    public static IEnumerable<IReadOnlyList<Choice>> InPairs(IEnumerable<Choice> choices) => choices.Chunk(2);

    /// <summary>«Earlier» and «further» of a list in pages; no row where one page is all.</summary>
    /// <param name="action">Of a page; its number from 0 is put behind it.</param>
    public static IEnumerable<IReadOnlyList<Choice>> Pages(StatusWords words, string action, Page page) =>
        page.Turning(
            words.Get("pages.earlier").Text,
            words.Get("pages.further").Text,
            number => $"{action}{number}"
        );
}
