using System.Text.RegularExpressions;
using CuratorBot.Texts;

namespace CuratorBot.Schedule;

/// <summary>«24.01 с 12:00» taken apart, as typed: whether there is such a day or hour is not asked here.</summary>
/// <param name="Hour">Null when only a day was said.</param>
internal sealed record DayAndHour(string Day, string? Hour)
{
    private static readonly Regex Typed = new(
        $$"""^(?<day>.+?)(?:\s*,?\s+{{WordPattern.AnyOf(ScheduleWords.Russian.BeforeHour)}}?\s*(?<hour>[0-9]{1,2}:[0-9]{2}))?$""",
        RegexOptions.CultureInvariant
    );

    public static DayAndHour Of(string text)
    {
        var match = Typed.Match(text);
        return new DayAndHour(
            match.Groups["day"].Value,
            match.Groups["hour"] is { Success: true, Value: var hour } ? hour : null
        );
    }
}
