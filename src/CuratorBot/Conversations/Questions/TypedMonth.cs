using System.Globalization;
using System.Text.RegularExpressions;

namespace CuratorBot.Conversations.Questions;

/// <summary>Reads a month as people type it. Never guesses: a name that may be of two years is not read.</summary>
public static partial class TypedMonth
{
    public abstract record Result
    {
        /// <param name="First">Its first day.</param>
        public sealed record Month(DateOnly First) : Result;

        /// <summary>Without a year it is long ago, still to come, or one of two.</summary>
        public sealed record NeedsYear(DateOnly LastYear) : Result;

        public sealed record Unreadable : Result;
    }

    /// <summary>A month of another year that is so near may be meant without its year.</summary>
    private const int NearMonths = 6;

    private static readonly CultureInfo Russian = CultureInfo.GetCultureInfo("ru-RU");

    /// <param name="today">This month; it, the earliest and the latest are first days.</param>
    /// <param name="earliest">What is earlier, or later than the latest, cannot be meant without its year.</param>
    public static Result Read(string text, DateOnly today, DateOnly earliest, DateOnly latest)
    {
        var typed = text.Trim().ToLower(Russian);
        foreach (var form in new[] { Dotted(), Iso() })
            if (form.Match(typed) is { Success: true } match)
                return Of(
                    int.Parse(match.Groups["month"].Value, CultureInfo.InvariantCulture),
                    int.Parse(match.Groups["year"].Value, CultureInfo.InvariantCulture)
                );
        var worded = Worded().Match(typed);
        if (!worded.Success || TypedDate.MonthOf(worded.Groups["word"].Value) is not { } month)
            return new Result.Unreadable();
        var written = worded.Groups["year"];
        return written.Success
            ? Of(month, int.Parse(written.Value, CultureInfo.InvariantCulture))
            : WithoutYear(month, today, earliest, latest);
    }

    private static Result Of(int month, int year) =>
        month is < 1 or > 12 || year is < 2000 or > 2100
            ? new Result.Unreadable()
            : new Result.Month(new DateOnly(year, month, 1));

    /// <summary>Of this year, or of the one beside it where that is less than half a year away.</summary>
    private static Result WithoutYear(int month, DateOnly today, DateOnly earliest, DateOnly latest)
    {
        var ofThisYear = new DateOnly(today.Year, month, 1);
        var near = new[] { ofThisYear.AddYears(-1), ofThisYear, ofThisYear.AddYears(1) }
            .Where(one => one >= earliest && one <= latest)
            .Where(one => one == ofThisYear || Math.Abs(MonthsBetween(one, today)) < NearMonths)
            .ToList();
        return near is [var only]
            ? new Result.Month(only)
            : new Result.NeedsYear(ofThisYear > today ? ofThisYear.AddYears(-1) : ofThisYear);
    }

    private static int MonthsBetween(DateOnly one, DateOnly other) =>
        (12 * (one.Year - other.Year)) + one.Month - other.Month;

    /// <summary>A spreadsheet makes of «март 2022» the first day of that month.</summary>
    [GeneratedRegex(@"^(?:0?1[./\-])?(?<month>[0-9]{1,2})[./\-](?<year>[0-9]{4})$")]
    private static partial Regex Dotted();

    [GeneratedRegex(@"^(?<year>[0-9]{4})-(?<month>[0-9]{1,2})(?:-01)?$")]
    private static partial Regex Iso();

    [GeneratedRegex(@"^(?<word>\p{L}+)\.?(?:\s+(?<year>[0-9]{4})(?:\s*\p{L}+\.?)?)?$")]
    private static partial Regex Worded();
}
