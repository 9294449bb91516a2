using System.Globalization;
using System.Text.RegularExpressions;
using CuratorBot.Conversations;
using CuratorBot.Messaging;
using CuratorBot.Texts;

namespace CuratorBot.Events.Planning;

/// <summary>An hour of the day, by a button or typed: «10», «10:30», «в 10.30».</summary>
internal sealed partial class HourQuestion(string key) : Question(key)
{
    private const string StoredAs = "HH:mm";
    private const int PerRow = 3;
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
        if (!match.Success)
            return new(new Reading.Refused(asking.Text("notRead")));
        var minute = match.Groups["minute"] is { Success: true, Value: var typed } ? typed : "00";
        return Pick(asking, $"{match.Groups["hour"].Value.PadLeft(2, '0')}:{minute}");
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
                ? new Reading.Taken(new Answer(Written(hour), Written(hour)))
                : new Reading.Refused(asking.Text("notRead"))
        );

    private static string Written(TimeOnly hour) => hour.ToString(StoredAs, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^\P{Nd}*(?<hour>[0-9]{1,2})(?:\s*[:.\-]?\s*(?<minute>[0-9]{2}))?\P{Nd}*$")]
    private static partial Regex Hour();
}
