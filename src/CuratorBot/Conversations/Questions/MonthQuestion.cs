using System.Globalization;
using CuratorBot.Conversations.Forms;
using CuratorBot.Messaging;
using CuratorBot.Texts;

namespace CuratorBot.Conversations.Questions;

/// <summary>A month: one of the nearest by a button, any other typed as «март 2022» or 03.2022.</summary>
public sealed class MonthQuestion(string key) : Question(key)
{
    private const string StoredAs = "yyyy-MM";

    /// <summary>The earliest is so many months ago.</summary>
    public int MonthsBack { get; init; } = 2;

    /// <summary>The latest is in so many months; 0 for a month that cannot be still to come.</summary>
    public int MonthsAhead { get; init; }

    /// <summary>The first day of a stored month.</summary>
    public static DateOnly Stored(string value) =>
        DateOnly.ParseExact(value, StoredAs, CultureInfo.InvariantCulture);

    public static Answer Answered(DateOnly month) =>
        new(month.ToString(StoredAs, CultureInfo.InvariantCulture), RussianDates.Show(month, "month"));

    public override ValueTask<Prompt> Ask(Asking asking) =>
        new(
            new Prompt(
                asking.Text("ask"),
                [.. Nearest(asking).Select(Answered).Select(IReadOnlyList<Option> (one) => [OptionFor(one)])]
            )
        );

    public override ValueTask<Reading> Read(Asking asking)
    {
        var turn = asking.Turn;
        if (asking.Message.Kind != IncomingKind.Text)
            return new(new Reading.Refused(turn.Text("forms.wantsText")));
        return new(
            TypedMonth.Read(
                TypedText.OneLine(asking.Message.Text),
                ThisMonth(asking),
                Earliest(asking),
                Latest(asking)
            ) switch
            {
                TypedMonth.Result.Month month => Check(asking, month.First),
                TypedMonth.Result.NeedsYear month => new Reading.Refused(
                    turn.Text("forms.monthNeedsYear", ("month", month.LastYear))
                ),
                _ => new Reading.Refused(turn.Text("forms.wantsMonth", ("month", ThisMonth(asking)))),
            }
        );
    }

    public override ValueTask<Reading> Pick(Asking asking, string value) =>
        new(
            DateOnly.TryParseExact(
                value,
                StoredAs,
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out var month
            )
                ? Check(asking, month)
                : new Reading.Refused(asking.Turn.Text("forms.stale"))
        );

    private Reading Check(Asking asking, DateOnly month) =>
        month > Latest(asking)
            ? new Reading.Refused(
                asking.Turn.Text(
                    MonthsAhead > 0 ? "forms.tooFarMonth" : "forms.futureMonth",
                    ("month", month)
                )
            )
        : month < Earliest(asking)
            ? new Reading.Refused(asking.Turn.Text("forms.tooOldMonth", ("month", month)))
        : new Reading.Taken(Answered(month));

    /// <summary>This one and its neighbours; where it cannot be still to come, the two before it.</summary>
    private IEnumerable<DateOnly> Nearest(Asking asking) =>
        (MonthsAhead > 0 ? new[] { -1, 0, 1 } : [0, -1, -2])
            .Select(away => ThisMonth(asking).AddMonths(away))
            .Where(month => month >= Earliest(asking));

    private DateOnly Earliest(Asking asking) => ThisMonth(asking).AddMonths(-MonthsBack);

    private DateOnly Latest(Asking asking) => ThisMonth(asking).AddMonths(MonthsAhead);

    private static DateOnly ThisMonth(Asking asking) => CalendarKeyboard.MonthOf(asking.Turn.Today);

    private static Option OptionFor(Answer month) => new(month.Shown, month.Value);
}
