using System.Globalization;
using CuratorBot.Conversations.Forms;
using CuratorBot.Conversations.Questions;
using CuratorBot.Messaging;

namespace CuratorBot.Reminders.Daily;

/// <summary>The day on which a pause ends: one of a few working days on buttons, or typed.</summary>
internal sealed class PauseQuestion(string key, Wishes wishes) : Question(key)
{
    /// <summary>A summer holiday of a teacher: 56 days and the weekends around them.</summary>
    private const int MostDays = 62;
    private static readonly int[] Offered = [3, 7, 14];

    public override async ValueTask<Prompt> Ask(Asking asking)
    {
        var today = asking.Turn.Today;
        var morning = await wishes.MorningOf(asking.Turn);
        var workdays = Offered
            .Select(days => morning.Calendar.OnOrAfter(today.AddDays(days), morning.Region))
            .Distinct();
        return new Prompt(
            asking.Text("ask"),
            [
                .. workdays.Select(
                    IReadOnlyList<Option> (day) =>
                        [
                            new Option(
                                asking
                                    .Text("option", ("days", Steps.DaysLeft(day, today)), ("date", day))
                                    .Text,
                                DateQuestion.Answered(asking.Turn, day).Value
                            ),
                        ]
                ),
            ]
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
        var typed = TypedText.OneLine(asking.Message.Text);
        return new(
            TypedDate.Read(typed, turn.Today, DateQuestion.WordsForDays(turn), isAhead: true) switch
            {
                TypedDate.Result.Day day => Check(asking, day.Date),
                TypedDate.Result.Impossible => new Reading.Refused(turn.Text("forms.impossibleDate")),
                _ => new Reading.Refused(turn.Text("forms.wantsDate", ("date", turn.Today))),
            }
        );
    }

    private static Reading Check(Asking asking, DateOnly date)
    {
        var turn = asking.Turn;
        var last = turn.Today.AddDays(MostDays);
        return date <= turn.Today ? new Reading.Refused(asking.Text("notAhead", ("date", date)))
            : date > last ? new Reading.Refused(asking.Text("tooFar", ("date", date), ("last", last)))
            : new Reading.Taken(DateQuestion.Answered(turn, date));
    }
}
