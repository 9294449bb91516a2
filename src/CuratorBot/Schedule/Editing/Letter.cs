using System.Text.RegularExpressions;
using CuratorBot.Conversations;

namespace CuratorBot.Schedule.Editing;

/// <summary>What a sentence of a letter asks for: «до 31.05 направить отчёт» is «Направить отчёт», 31 May.</summary>
/// <param name="Due">Null when the sentence names no day to come, or more than one.</param>
public sealed partial record Letter(string Title, DateOnly? Due)
{
    private static readonly Dictionary<string, int> NoWords = [];

    public static Letter Read(string sentence, DateOnly today)
    {
        var phrases = Deadline().Matches(sentence);
        var days = phrases.Select(phrase => DayIn(phrase, today)).Distinct().ToList();
        if (days is not [{ } due] || due < today || Span().IsMatch(sentence))
            return new Letter(Tidy(sentence), null);
        var title = Tidy(Deadline().Replace(sentence, " "));
        return new Letter(title.Length > 0 ? title : Tidy(sentence), due);
    }

    private static DateOnly? DayIn(Match phrase, DateOnly today) =>
        TypedDate.Read(phrase.Groups["day"].Value, today, NoWords, isAhead: true) is TypedDate.Result.Day day
            ? day.Date
            : null;

    private static string Tidy(string text)
    {
        var tidy = Please().Replace(Spaces().Replace(text, " ").Trim(' ', ',', ';', ':'), "");
        tidy = tidy.Replace(" ,", ",", StringComparison.Ordinal).Trim(' ', ',', ';', ':').TrimEnd('.');
        return tidy.Length == 0 ? tidy : char.ToUpperInvariant(tidy[0]) + tidy[1..];
    }

    [GeneratedRegex(
        @"(?<!\p{L})(?:в\s+срок\s+)?(?:до|не\s+позднее|к)\s+(?<day>[0-9]{1,2}\.[0-9]{1,2}(?:\.(?:[0-9]{4}|[0-9]{2}))?(?![0-9])|[0-9]{1,2}\s+(?:янв|фев|мар|апр|мая|май|июн|июл|авг|сен|окт|ноя|дек)\p{L}*(?:\s+[0-9]{4})?)(?:\s*(?:года|год|г\.))?(?:\s*\(?включительно\)?)?",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Deadline();

    /// <summary>«С 1 по 31 мая» has two days, and neither is the deadline for certain.</summary>
    [GeneratedRegex(
        @"(?<!\p{L})с\s+[0-9]{1,2}[.\s]",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Span();

    [GeneratedRegex(
        @"^(?:(?:просим|прошу|просьба|вам|необходимо|нужно)(?:\s+вас)?[\s,:]+)+",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Please();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
