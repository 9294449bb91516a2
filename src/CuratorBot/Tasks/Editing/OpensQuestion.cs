using System.Globalization;
using CuratorBot.Conversations.Forms;
using CuratorBot.Conversations.Questions;
using CuratorBot.Messaging;
using CuratorBot.Schedule;

namespace CuratorBot.Tasks.Editing;

/// <summary>From when on something can be done: a day, or a day and an hour, «24.01 с 12:00».</summary>
internal sealed class OpensQuestion(string key, string dueKey) : Question(key)
{
    private static readonly Dictionary<string, int> NoWords = [];

    /// <summary>The day and the hour of a stored answer; both null without one.</summary>
    public static (DateOnly? Day, TimeOnly? Hour) Stored(string? value)
    {
        if (value is null)
            return (null, null);
        var parts = value.Split(' ');
        return (
            DateQuestion.Stored(parts[0]),
            parts.Length > 1 ? TimeOnly.Parse(parts[1], CultureInfo.InvariantCulture) : null
        );
    }

    public override ValueTask<Reading> Read(Asking asking)
    {
        var turn = asking.Turn;
        if (asking.Message.Kind != IncomingKind.Text)
            return new(new Reading.Refused(turn.Text("forms.wantsText")));
        var (typedDay, typedHour) = DayAndHour.Of(TypedText.OneLine(asking.Message.Text));
        if (
            TypedDate.Read(typedDay, turn.Today, NoWords, isAhead: true)
            is not TypedDate.Result.Day { Date: var day }
        )
            return new(new Reading.Refused(asking.Text("notRead")));
        TimeOnly? hour = null;
        if (typedHour is not null)
        {
            if (!TimeOnly.TryParse(typedHour, CultureInfo.InvariantCulture, out var read))
                return new(new Reading.Refused(asking.Text("notRead")));
            hour = read;
        }
        return new(
            asking.Sheet[dueKey] is { } due && day > DateQuestion.Stored(due)
                ? new Reading.Refused(asking.Text("afterDue", ("due", DateQuestion.Stored(due))))
                : new Reading.Taken(Answered(asking, day, hour))
        );
    }

    private static Answer Answered(Asking asking, DateOnly day, TimeOnly? hour) =>
        hour is { } at
            ? new Answer(
                string.Create(CultureInfo.InvariantCulture, $"{day:yyyy-MM-dd} {at:HH:mm}"),
                asking.Text("shown", ("date", day), ("hour", $"{at:HH:mm}")).Text
            )
            : DateQuestion.Answered(asking.Turn, day);
}
