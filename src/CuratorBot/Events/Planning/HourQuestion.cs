using System.Globalization;
using System.Text.RegularExpressions;
using CuratorBot.Conversations.Forms;
using CuratorBot.Conversations.Questions;
using CuratorBot.Messaging;

namespace CuratorBot.Events.Planning;

/// <summary>An hour of the day, by a button or typed: «10», «10:30», «в 10.30».</summary>
internal sealed partial class HourQuestion(string key) : Question(key)
{
    private const string StoredAs = "HH:mm";
    private const int PerRow = 3;
    private const int Earliest = 7;
    private const int Latest = 21;
    private static readonly int[] Usual = [9, 10, 11, 12, 13, 14];

    /// <summary>Null for no answer: only the day is known.</summary>
    public static TimeOnly? Stored(string? value) =>
        value is null ? null : TimeOnly.ParseExact(value, StoredAs, CultureInfo.InvariantCulture);

    public override ValueTask<Prompt> Ask(Asking asking) =>
        new(
            new Prompt(
                asking.Text("ask"),
                [
                    .. Usual
                        .Select(hour => Written(new TimeOnly(hour, 0)))
                        .Select(hour => new Option(hour, hour))
                        .Chunk(PerRow),
                ]
            )
        );

    public override ValueTask<Reading> Read(Asking asking)
    {
        if (asking.Message.Kind != IncomingKind.Text)
            return new(new Reading.Refused(asking.Turn.Text("forms.wantsText")));
        var match = Hour().Match(TypedText.OneLine(asking.Message.Text));
        return new(
            match.Success && Of(match) is { } hour
                ? new Reading.Taken(Answered(hour))
                : new Reading.Refused(asking.Text("notRead"))
        );
    }

    public override ValueTask<Reading> Pick(Asking asking, string value) =>
        new(
            TimeOnly.TryParseExact(
                value,
                StoredAs,
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out var hour
            )
                ? new Reading.Taken(Answered(hour))
                : new Reading.Refused(asking.Text("notRead"))
        );

    /// <summary>The hour that a sentence names, «в 14:00»; null when it names none, or several.</summary>
    public static Answer? In(string sentence) =>
        HourInASentence().Matches(sentence) is [var only] && Of(only) is { } hour ? Answered(hour) : null;

    /// <summary>Null for what is no hour, or one at which nobody goes to a school.</summary>
    private static TimeOnly? Of(Match match)
    {
        var hour = int.Parse(match.Groups["hour"].Value, CultureInfo.InvariantCulture);
        var minute = match.Groups["minute"] is { Success: true, Value: var typed }
            ? int.Parse(typed, CultureInfo.InvariantCulture)
            : 0;
        return hour is >= Earliest and <= Latest && minute < 60 ? new TimeOnly(hour, minute) : null;
    }

    private static Answer Answered(TimeOnly hour) => new(Written(hour), Written(hour));

    private static string Written(TimeOnly hour) => hour.ToString(StoredAs, CultureInfo.InvariantCulture);

    /// <summary>A preposition may stand before it.</summary>
    [GeneratedRegex(@"^(?:\p{L}{1,2}\s+)?(?<hour>[0-9]{1,2})(?:\s*[:.\-]?\s*(?<minute>[0-9]{2}))?$")]
    private static partial Regex Hour();

    [GeneratedRegex(@"(?<![0-9.:])(?<hour>[0-9]{1,2}):(?<minute>[0-9]{2})(?![0-9:])")]
    private static partial Regex HourInASentence();
}
