using System.Globalization;
using CuratorBot.Conversations.Forms;
using CuratorBot.Conversations.Questions;
using CuratorBot.Texts;

namespace CuratorBot.Events.Planning;

/// <summary>This month or one of the two before it, by a button or by its name.</summary>
internal sealed class MonthQuestion(string key) : Question(key)
{
    private const string StoredAs = "yyyy-MM";
    private const int Offered = 3;

    /// <summary>The first day of a stored month.</summary>
    public static DateOnly Stored(string value) =>
        DateOnly.ParseExact(value, StoredAs, CultureInfo.InvariantCulture);

    public override ValueTask<Prompt> Ask(Asking asking) =>
        new(
            new Prompt(
                asking.Text("ask"),
                [
                    .. Months(asking)
                        .Select(IReadOnlyList<Option> (month) => [new Option(NameOf(month), ValueOf(month))]),
                ]
            )
        );

    public override ValueTask<Reading> Read(Asking asking)
    {
        var typed = TypedText.OneLine(asking.Message.Text);
        var named = Months(asking)
            .Where(month =>
                typed.Length >= ShortestName
                && NameOf(month).StartsWith(typed, StringComparison.OrdinalIgnoreCase)
            )
            .ToList();
        return named is [var only]
            ? Pick(asking, ValueOf(only))
            : new(new Reading.Refused(asking.Turn.Text("forms.pressAButton")));
    }

    public override ValueTask<Reading> Pick(Asking asking, string value) =>
        new(
            Months(asking).Where(month => ValueOf(month) == value).ToList() is [var month]
                ? new Reading.Taken(new Answer(value, NameOf(month)))
                : new Reading.Refused(asking.Turn.Text("forms.stale"))
        );

    private const int ShortestName = 3;

    private static IEnumerable<DateOnly> Months(Asking asking)
    {
        var first = new DateOnly(asking.Turn.Today.Year, asking.Turn.Today.Month, 1);
        return Enumerable.Range(0, Offered).Select(back => first.AddMonths(-back));
    }

    private static string NameOf(DateOnly month) => RussianDates.Show(month, "month");

    private static string ValueOf(DateOnly month) => month.ToString(StoredAs, CultureInfo.InvariantCulture);
}
