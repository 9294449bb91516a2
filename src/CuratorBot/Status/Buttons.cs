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
    public static IEnumerable<IReadOnlyList<Choice>> Pages(StatusWords words, string action, Page page)
    {
        var row = new List<Choice>();
        if (page.Number > 0)
            row.Add(new(words.Get("pages.earlier").Text, $"{action}{page.Number - 1}"));
        if (page.Number < page.Last)
            row.Add(new(words.Get("pages.further").Text, $"{action}{page.Number + 1}"));
        return row.Count == 0 ? [] : [row];
    }
}

/// <summary>One page of a list.</summary>
internal sealed record Page(int Number, int Size, int All)
{
    public int Last => Math.Max(0, (All - 1) / Size);

    /// <summary>The page nearest to the wanted one that exists.</summary>
    public static Page Nearest(int wanted, int size, int all)
    {
        var page = new Page(0, size, all);
        return page with { Number = Math.Clamp(wanted, 0, page.Last) };
    }

    public IEnumerable<T> Of<T>(IEnumerable<T> all) => all.Skip(Number * Size).Take(Size);

    public static int Wanted(string argument) => int.TryParse(argument, out var number) ? number : 0;
}
