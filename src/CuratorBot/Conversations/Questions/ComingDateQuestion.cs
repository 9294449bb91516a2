using System.Globalization;
using CuratorBot.Messaging;

namespace CuratorBot.Conversations;

/// <summary>A day of the year ahead, today included: «Через неделю», or typed as 20.05 or «20 мая».</summary>
public sealed class ComingDateQuestion(string key) : Question(key)
{
    private const int DaysOfAWeek = 7;

    public override ValueTask<Prompt> Ask(Asking asking)
    {
        var today = asking.Turn.Today;
        return new(
            new Prompt(
                asking.Text("ask"),
                [
                    [
                        OptionFor(asking, "forms.inAWeek", today.AddDays(DaysOfAWeek)),
                        OptionFor(asking, "forms.inAMonth", today.AddMonths(1)),
                    ],
                ]
            )
        );
    }

    public override ValueTask<Reading> Pick(Asking asking, string value) =>
        new(
            DateOnly.TryParseExact(
                value,
                DateQuestion.StoredAs,
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out var date
            )
                ? Check(asking, date)
                : new Reading.Refused(asking.Turn.Text("forms.stale"))
        );

    public override ValueTask<Reading> Read(Asking asking)
    {
        var turn = asking.Turn;
        if (asking.Message.Kind != IncomingKind.Text)
            return new(new Reading.Refused(turn.Text("forms.wantsText")));
        var lastDay = turn.Today.AddYears(1).AddDays(-1);
        var words = DateQuestion
            .WordsForDays(turn)
            .ToDictionary(word => word.Key, word => word.Value + turn.Today.DayNumber - lastDay.DayNumber);
        return new(
            TypedDate.Read(TypedText.OneLine(asking.Message.Text), lastDay, words) switch
            {
                // Seen from the last day of the year ahead, a day without a year is the next such day.
                TypedDate.Result.NeedsYear next => Check(asking, next.LastYear),
                TypedDate.Result.Day day => Check(asking, day.Date),
                TypedDate.Result.Impossible => new Reading.Refused(turn.Text("forms.impossibleDate")),
                _ => new Reading.Refused(turn.Text("forms.wantsDate")),
            }
        );
    }

    private static Option OptionFor(Asking asking, string key, DateOnly day) =>
        new(
            asking.Turn.Texts.Plain(key, ("date", day)),
            day.ToString(DateQuestion.StoredAs, CultureInfo.InvariantCulture)
        );

    private static Reading Check(Asking asking, DateOnly date)
    {
        var turn = asking.Turn;
        return date < turn.Today ? new Reading.Refused(turn.Text("forms.pastDate", ("date", date)))
            : date > turn.Today.AddYears(1) ? new Reading.Refused(turn.Text("forms.farDate", ("date", date)))
            : new Reading.Taken(DateQuestion.Answered(turn, date));
    }
}
