using System.Text.RegularExpressions;
using CuratorBot.Conversations.Questions;
using CuratorBot.Schedule;
using CuratorBot.Texts;

namespace CuratorBot.Tasks.Editing;

/// <summary>What a sentence of a letter asks for: «до 31.05 направить отчёт» is «Направить отчёт», 31 May.</summary>
/// <param name="Due">Null when the sentence names no day to come, or more than one.</param>
public sealed partial record Letter(string Title, DateOnly? Due)
{
    private static readonly Dictionary<string, int> NoWords = [];

    public static Letter Read(string sentence, DateOnly today)
    {
        var phrases = Deadline.Matches(sentence);
        var days = phrases.Select(phrase => DayIn(phrase, today)).Distinct().ToList();
        if (days is not [{ } due] || due < today || Span.IsMatch(sentence))
            return new Letter(Tidy(sentence), null);
        var title = Tidy(Deadline.Replace(sentence, " "));
        return new Letter(title.Length > 0 ? title : Tidy(sentence), due);
    }

    private static DateOnly? DayIn(Match phrase, DateOnly today) =>
        TypedDate.Read(phrase.Groups["day"].Value, today, NoWords, isAhead: true) is TypedDate.Result.Day day
            ? day.Date
            : null;

    private static string Tidy(string text)
    {
        var tidy = Please.Replace(Spaces().Replace(text, " ").Trim(' ', ',', ';', ':'), "");
        tidy = tidy.Replace(" ,", ",", StringComparison.Ordinal).Trim(' ', ',', ';', ':').TrimEnd('.');
        return tidy.Length == 0 ? tidy : char.ToUpperInvariant(tidy[0]) + tidy[1..];
    }

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    private static readonly ScheduleWords Words = ScheduleWords.Russian;

    private static readonly string Day =
        $$"""[0-9]{1,2}\.[0-9]{1,2}(?:\.(?:[0-9]{4}|[0-9]{2}))?(?![0-9])|[0-9]{1,2}\s+{{WordPattern.AnyOf(Words.Months)}}\p{L}*(?:\s+[0-9]{4})?""";

    private static readonly Regex Deadline = new(
        $$"""(?<!\p{L})(?:{{WordPattern.AnyOf(Words.InTime)}}\s+)?{{WordPattern.AnyOf(Words.Until)}}\s+(?<day>{{Day}})(?:\s*{{WordPattern.AnyOf(Words.Year)}})?(?:\s*\(?{{Words.Inclusive}}\)?)?""",
        Options
    );

    /// <summary>«С 1 по 31 мая» has two days, and neither is the deadline for certain.</summary>
    private static readonly Regex Span = new($$"""(?<!\p{L}){{Words.Since}}\s+[0-9]{1,2}[.\s]""", Options);

    private static readonly Regex Please = new(
        $$"""^(?:{{WordPattern.AnyOf(Words.Please)}}(?:\s+{{Words.You}})?[\s,:]+)+""",
        Options
    );

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
