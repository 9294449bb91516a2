using System.Globalization;
using CuratorBot.Messaging;

namespace CuratorBot.Conversations.Turns;

/// <summary>One page of a list; pages are counted from 0.</summary>
public sealed record Page(int Number, int Size, int All)
{
    public int Last => Math.Max(0, (All - 1) / Size);

    /// <summary>How many lie on the pages before.</summary>
    public int From => Number * Size;

    /// <summary>The page nearest to the wanted one that exists.</summary>
    public static Page Nearest(int wanted, int size, int all)
    {
        var page = new Page(0, size, all);
        return page with { Number = Math.Clamp(wanted, 0, page.Last) };
    }

    /// <summary>The page that a button asks for; the first when it makes no sense.</summary>
    public static int Wanted(string argument) =>
        int.TryParse(argument, CultureInfo.InvariantCulture, out var number) ? number : 0;

    public IEnumerable<T> Of<T>(IEnumerable<T> all) => all.Skip(From).Take(Size);

    /// <summary>The row of buttons that turns pages; none where one page is all.</summary>
    /// <param name="action">Of a page, by its number.</param>
    public IEnumerable<IReadOnlyList<Choice>> Turning(TurnContext turn, Func<int, string> action) =>
        Turning(turn.Texts.Plain("forms.earlierPage"), turn.Texts.Plain("forms.nextPage"), action);

    public IEnumerable<IReadOnlyList<Choice>> Turning(
        string earlier,
        string further,
        Func<int, string> action
    )
    {
        var row = Neighbours()
            .Select(page => new Choice(page < Number ? earlier : further, action(page)))
            .ToList();
        return row.Count == 0 ? [] : [row];
    }

    /// <summary>The pages before and behind it that exist.</summary>
    public IEnumerable<int> Neighbours() =>
        new[] { Number - 1, Number + 1 }.Where(page => page >= 0 && page <= Last);
}
