using System.Globalization;
using CuratorBot.Messaging;
using CuratorBot.Texts;

namespace CuratorBot.Conversations;

/// <summary>A day that is not in the future: «Сегодня», «Вчера», or typed as 15.03 or «15 марта».</summary>
public sealed class DateQuestion(string key) : Question(key)
{
    public const string StoredAs = "yyyy-MM-dd";

    /// <summary>Key of the answer before which this one may not be.</summary>
    public string? NotBefore { get; init; }

    public override ValueTask<Prompt> Ask(Asking asking)
    {
        var today = asking.Turn.Today;
        return new(
            new Prompt(
                asking.Text("ask"),
                [
                    [
                        OptionFor(asking, "forms.today", today),
                        OptionFor(asking, "forms.yesterday", today.AddDays(-1)),
                    ],
                ]
            )
        );
    }

    public override ValueTask<Reading> Pick(Asking asking, string value) =>
        new(
            DateOnly.TryParseExact(
                value,
                StoredAs,
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out var date
            )
                ? Check(asking, date)
                : new Reading.Refused(asking.Turn.Text("forms.stale"))
        );

    public override ValueTask<Reading> Read(Asking asking)
    {
        if (asking.Message.Kind != IncomingKind.Text)
            return new(new Reading.Refused(asking.Turn.Text("forms.wantsText")));
        var typed = TypedText.OneLine(asking.Message.Text);
        return new(
            TypedDate.Read(typed, asking.Turn.Today, WordsForDays(asking.Turn)) switch
            {
                TypedDate.Result.NeedsYear date => new Reading.Refused(
                    asking.Turn.Text("forms.needsYear", ("date", date.LastYear))
                ),
                TypedDate.Result.Day day => Check(asking, day.Date),
                TypedDate.Result.Impossible => new Reading.Refused(asking.Turn.Text("forms.impossibleDate")),
                _ => new Reading.Refused(asking.Turn.Text("forms.wantsDate")),
            }
        );
    }

    public static DateOnly Stored(string value) =>
        DateOnly.ParseExact(value, StoredAs, CultureInfo.InvariantCulture);

    public static Answer Answered(TurnContext turn, DateOnly date) =>
        new(
            date.ToString(StoredAs, CultureInfo.InvariantCulture),
            RussianDates.Show(date, date.Year == turn.Today.Year ? null : "year")
        );

    internal static Dictionary<string, int> WordsForDays(TurnContext turn) =>
        new(StringComparer.Ordinal)
        {
            [turn.Texts.Plain("forms.words.today")] = 0,
            [turn.Texts.Plain("forms.words.tomorrow")] = 1,
            [turn.Texts.Plain("forms.words.yesterday")] = -1,
            [turn.Texts.Plain("forms.words.dayBeforeYesterday")] = -2,
        };

    private static Option OptionFor(Asking asking, string key, DateOnly day) =>
        new(
            asking.Turn.Texts.Plain(key, ("date", day)),
            day.ToString(StoredAs, CultureInfo.InvariantCulture)
        );

    private Reading Check(Asking asking, DateOnly date)
    {
        var turn = asking.Turn;
        if (date > turn.Today)
            return new Reading.Refused(turn.Text("forms.futureDate", ("date", date)));
        if (date < turn.Today.AddYears(-1))
            return new Reading.Refused(turn.Text("forms.oldDate", ("date", date)));
        if (NotBefore is { } key && asking.Sheet[key] is { } start && date < Stored(start))
            return new Reading.Refused(turn.Text("forms.beforeStart", ("date", Stored(start))));
        return new Reading.Taken(Answered(turn, date));
    }
}
