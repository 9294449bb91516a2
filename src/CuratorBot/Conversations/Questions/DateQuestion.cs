using System.Globalization;
using CuratorBot.Conversations.Forms;
using CuratorBot.Conversations.Turns;
using CuratorBot.Messaging;
using CuratorBot.Texts;

namespace CuratorBot.Conversations.Questions;

/// <summary>
/// A day: by a button, typed as 15.03 or «15 марта», or picked from a calendar. Unless the form says
/// otherwise it is one of the past year, today included.
/// </summary>
public sealed class DateQuestion(string key) : Question(key)
{
    public const string StoredAs = "yyyy-MM-dd";

    /// <summary>A day still to come within a year, today included: a plan, a promise.</summary>
    public bool IsAhead { get; init; }

    /// <summary>The earliest is so many years ago; counted only where the day may be over.</summary>
    public int YearsBack { get; init; } = 1;

    /// <summary>The latest is in so many years; null: today, or in a year where the day is still to come.</summary>
    public int? YearsAhead { get; init; }

    /// <summary>Of a plan for the coming days: tomorrow and this day next week are offered.</summary>
    public bool IsSoon { get; init; }

    /// <summary>Key of the answer before which this one may not be.</summary>
    public string? NotBefore { get; init; }

    public override ValueTask<Prompt> Ask(Asking asking)
    {
        var today = asking.Turn.Today;
        var (earliest, latest) = (Earliest(today), Latest(today));
        if (CalendarKeyboard.MonthIn(asking.Sheet.Search) is { } month)
            return new(
                new Prompt(
                    asking.Text("ask"),
                    CalendarKeyboard.Rows(asking.Turn.Texts, month, earliest, latest, today)
                )
            );
        return new(
            new Prompt(
                asking.Text("ask"),
                [
                    [.. NearDays(asking)],
                    [
                        CalendarKeyboard.Turning(
                            asking.Turn.Texts.Plain("forms.calendar"),
                            CalendarKeyboard.MonthOf(today)
                        ),
                    ],
                ]
            )
        );
    }

    public override ValueTask<Reading> Pick(Asking asking, string value)
    {
        if (value == CalendarKeyboard.NothingValue)
            return new(new Reading.Nothing());
        if (value.StartsWith(CalendarKeyboard.MonthPrefix, StringComparison.Ordinal))
            return new(Turn(asking, CalendarKeyboard.MonthIn(value[CalendarKeyboard.MonthPrefix.Length..])));
        return new(
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
    }

    public override ValueTask<Reading> Read(Asking asking)
    {
        var (turn, today) = (asking.Turn, asking.Turn.Today);
        if (asking.Message.Kind != IncomingKind.Text)
            return new(new Reading.Refused(turn.Text("forms.wantsText")));
        var typed = TypedText.OneLine(asking.Message.Text);
        return new(
            TypedDate.Read(typed, today, WordsForDays(turn), IsAhead) switch
            {
                TypedDate.Result.NeedsYear date => new Reading.Refused(
                    turn.Text("forms.needsYear", ("date", date.LastYear))
                ),
                TypedDate.Result.Day day => Check(asking, day.Date),
                TypedDate.Result.Impossible => new Reading.Refused(turn.Text("forms.impossibleDate")),
                _ => new Reading.Refused(turn.Text("forms.wantsDate", ("date", today))),
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

    private DateOnly Earliest(DateOnly today) => IsAhead ? today : today.AddYears(-YearsBack);

    private DateOnly Latest(DateOnly today) => today.AddYears(YearsAhead ?? (IsAhead ? 1 : 0));

    private IEnumerable<Option> NearDays(Asking asking)
    {
        var today = asking.Turn.Today;
        return (IsAhead, IsSoon) switch
        {
            (true, true) =>
            [
                OptionFor(asking, "forms.tomorrow", today.AddDays(1)),
                OptionFor(asking, "forms.inAWeek", today.AddDays(7)),
            ],
            (true, false) =>
            [
                OptionFor(asking, "forms.inAWeek", today.AddDays(7)),
                OptionFor(asking, "forms.inAMonth", today.AddMonths(1)),
            ],
            _ =>
            [
                OptionFor(asking, "forms.today", today),
                OptionFor(asking, "forms.yesterday", today.AddDays(-1)),
            ],
        };
    }

    private static Option OptionFor(Asking asking, string key, DateOnly day) =>
        new(
            asking.Turn.Texts.Plain(key, ("date", day)),
            day.ToString(StoredAs, CultureInfo.InvariantCulture)
        );

    /// <summary>A month in which no day can be answered is not opened.</summary>
    private Reading Turn(Asking asking, DateOnly? wanted)
    {
        var today = asking.Turn.Today;
        if (wanted is not { } month || month > Latest(today) || month.AddMonths(1) <= Earliest(today))
            return new Reading.Nothing();
        asking.Sheet.Search = month.ToString(CalendarKeyboard.MonthFormat, CultureInfo.InvariantCulture);
        return new Reading.Narrowed();
    }

    private Reading Check(Asking asking, DateOnly date)
    {
        var (turn, today) = (asking.Turn, asking.Turn.Today);
        if (date > Latest(today))
            return new Reading.Refused(
                turn.Text(
                    IsAhead ? "forms.farDate"
                        : YearsAhead > 0 ? "forms.tooFarDate"
                        : "forms.futureDate",
                    ("date", date)
                )
            );
        if (date < Earliest(today))
            return new Reading.Refused(
                turn.Text(
                    IsAhead ? "forms.pastDate"
                        : YearsBack > 1 ? "forms.tooOldDate"
                        : "forms.oldDate",
                    ("date", date)
                )
            );
        if (NotBefore is { } key && asking.Sheet[key] is { } start && date < Stored(start))
            return new Reading.Refused(turn.Text("forms.beforeStart", ("date", Stored(start))));
        return new Reading.Taken(Answered(turn, date));
    }
}
