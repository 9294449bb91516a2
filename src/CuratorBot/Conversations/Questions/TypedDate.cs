using System.Globalization;
using System.Text.RegularExpressions;

namespace CuratorBot.Conversations.Questions;

/// <summary>Reads a day as people type it. Never guesses: what can be read in two ways is not read.</summary>
public static partial class TypedDate
{
    public abstract record Result
    {
        public sealed record Day(DateOnly Date) : Result;

        /// <summary>It has the form of a date, but there is no such day: 31.02.</summary>
        public sealed record Impossible : Result;

        /// <summary>Without a year it is either still to come or long ago.</summary>
        public sealed record NeedsYear(DateOnly LastYear) : Result;

        public sealed record Unreadable : Result;
    }

    private static readonly CultureInfo Russian = CultureInfo.GetCultureInfo("ru-RU");

    /// <param name="today">
    /// A day without a year is of this year, or of the last one if that was less than half a year ago.
    /// </param>
    /// <param name="words">Words for days, «вчера», and how many days they are from today.</param>
    /// <param name="isAhead">Without a year, the next such day is meant instead.</param>
    public static Result Read(
        string text,
        DateOnly today,
        IReadOnlyDictionary<string, int> words,
        bool isAhead = false
    )
    {
        var typed = text.Trim().ToLower(Russian);
        if (words.TryGetValue(typed, out var days))
            return new Result.Day(today.AddDays(days));
        var match = Dotted().Match(typed);
        if (!match.Success)
            match = Iso().Match(typed);
        if (match.Success)
            return Of(
                match,
                int.Parse(match.Groups["month"].Value, CultureInfo.InvariantCulture),
                today,
                isAhead
            );
        match = Worded().Match(typed);
        return match.Success && MonthOf(match.Groups["word"].Value) is { } month
            ? Of(match, month, today, isAhead)
            : new Result.Unreadable();
    }

    private static Result Of(Match match, int month, DateOnly today, bool isAhead)
    {
        var day = int.Parse(match.Groups["day"].Value, CultureInfo.InvariantCulture);
        var written = match.Groups["year"];
        var year = written.Success ? int.Parse(written.Value, CultureInfo.InvariantCulture) : today.Year;
        if (year < 100)
            year += 2000;
        if (month is < 1 or > 12 || year is < 2000 or > 2100 || day < 1)
            return new Result.Impossible();
        if (!written.Success)
            year += YearsAway((month, day).CompareTo((today.Month, today.Day)), isAhead);
        if (day > DateTime.DaysInMonth(year, month))
            return new Result.Impossible();
        var date = new DateOnly(year, month, day);
        return !isAhead && !written.Success && date < today.AddMonths(-6) && year < today.Year
            ? new Result.NeedsYear(date)
            : new Result.Day(date);
    }

    private static int YearsAway(int comparedToToday, bool isAhead) =>
        isAhead ? (comparedToToday < 0 ? 1 : 0)
        : comparedToToday > 0 ? -1
        : 0;

    /// <summary>A month by its name in any case form or by its first three letters.</summary>
    internal static int? MonthOf(string word)
    {
        var format = Russian.DateTimeFormat;
        var found = Enumerable
            .Range(1, 12)
            .Where(month =>
                word.Length >= 3
                && (
                    format.MonthGenitiveNames[month - 1].StartsWith(word, StringComparison.Ordinal)
                    || format.MonthNames[month - 1].Equals(word, StringComparison.OrdinalIgnoreCase)
                )
            )
            .ToList();
        return found.Count == 1 ? found[0] : null;
    }

    [GeneratedRegex(
        @"^(?<day>[0-9]{1,2})[./\-](?<month>[0-9]{1,2})(?:[./\-](?<year>[0-9]{4}|[0-9]{2}))?\.?$"
    )]
    private static partial Regex Dotted();

    [GeneratedRegex(@"^(?<year>[0-9]{4})-(?<month>[0-9]{1,2})-(?<day>[0-9]{1,2})$")]
    private static partial Regex Iso();

    [GeneratedRegex(@"^(?<day>[0-9]{1,2})\s+(?<word>\p{L}+)\.?(?:\s+(?<year>[0-9]{4}))?(?:\s*\p{L}+\.?)?$")]
    private static partial Regex Worded();
}
