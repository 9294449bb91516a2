using System.Globalization;
using CuratorBot.Conversations.Turns;
using CuratorBot.Messaging;
using CuratorBot.Texts;

namespace CuratorBot.Tasks.Editing;

/// <summary>A page of numbered lines with a button for each number, as it stands in one message.</summary>
internal static class TaskPages
{
    private const int NumbersInRow = 4;

    /// <param name="page">Of all lines.</param>
    /// <param name="actions">What the buttons of the shown lines do, in their order.</param>
    public static IEnumerable<IReadOnlyList<Choice>> Numbers(Page page, IEnumerable<string> actions) =>
        actions
            .Select(
                (action, place) =>
                    new Choice((page.From + place + 1).ToString(CultureInfo.InvariantCulture), action)
            )
            .Chunk(NumbersInRow)
            .Select(IReadOnlyList<Choice> (row) => row);

    public static RichText Text(RichText head, Page page, IEnumerable<Func<int, RichText>> lines) =>
        RichText.Lines([head, "", .. lines.Select((line, place) => line(page.From + place + 1))]);
}
