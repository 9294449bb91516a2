using System.Globalization;
using CuratorBot.Conversations.Forms;
using CuratorBot.Texts;

namespace CuratorBot.Conversations.Questions;

/// <summary>A month as buttons: a week in a row, today marked, days that cannot be answered left out.</summary>
internal static class CalendarKeyboard
{
    public const string MonthFormat = "yyyy-MM";
    public const string MonthPrefix = "month=";
    public const string NothingValue = "nothing";
    private const string NoDay = "·";

    /// <param name="month">Its first day.</param>
    public static IReadOnlyList<IReadOnlyList<Option>> Rows(
        TextCatalogue texts,
        DateOnly month,
        DateOnly earliest,
        DateOnly latest,
        DateOnly today
    )
    {
        var first = month.AddDays(-(((int)month.DayOfWeek + 6) % 7));
        var weeks = Enumerable
            .Range(0, 6)
            .Select(week => first.AddDays(7 * week))
            .Where(monday => Enumerable.Range(0, 7).Any(day => IsOffered(monday.AddDays(day))))
            .Select(
                IReadOnlyList<Option> (monday) =>
                    [.. Enumerable.Range(0, 7).Select(day => Day(monday.AddDays(day)))]
            );
        return [Head(), [.. texts.Plain("forms.weekdays").Split(' ').Select(Dead)], .. weeks];

        bool IsOffered(DateOnly day) => day.Month == month.Month && day >= earliest && day <= latest;

        Option Day(DateOnly day) =>
            !IsOffered(day)
                ? Dead(NoDay)
                : new(
                    day == today ? $"•{day.Day}•" : day.Day.ToString(CultureInfo.InvariantCulture),
                    day.ToString(DateQuestion.StoredAs, CultureInfo.InvariantCulture)
                );

        IReadOnlyList<Option> Head() =>
            [
                month > earliest ? Turning("‹", month.AddMonths(-1)) : Dead(NoDay),
                Dead(RussianDates.Show(month, "month")),
                month.AddMonths(1) <= latest ? Turning("›", month.AddMonths(1)) : Dead(NoDay),
            ];
    }

    /// <summary>A button that opens the calendar, or turns it, at a month.</summary>
    public static Option Turning(string label, DateOnly month) =>
        new(label, MonthPrefix + month.ToString(MonthFormat, CultureInfo.InvariantCulture));

    /// <summary>The first day of a month that a button or the sheet names.</summary>
    public static DateOnly? MonthIn(string? text) =>
        DateOnly.TryParseExact(
            text,
            MonthFormat,
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var month
        )
            ? month
            : null;

    public static DateOnly MonthOf(DateOnly day) => new(day.Year, day.Month, 1);

    private static Option Dead(string label) => new(label, NothingValue);
}
