namespace CuratorBot.Schedule.Calendar;

/// <summary>The days off that the Labour Code names itself: articles 111 and 112.</summary>
internal static class LabourCode
{
    private const int LastOfNewYear = 8;

    private static readonly (int Month, int Day)[] Fixed =
    [
        (2, 23),
        (3, 8),
        (5, 1),
        (5, 9),
        (6, 12),
        (11, 4),
    ];

    public static bool IsWeekend(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    /// <summary>1–8 January. Weekends among them go where the Government moves them, not to the next day.</summary>
    public static IEnumerable<DateOnly> NewYear(int year) =>
        Enumerable.Range(1, LastOfNewYear).Select(day => new DateOnly(year, 1, day));

    /// <summary>A weekend that meets one of these is made up for on the next working day.</summary>
    public static IEnumerable<DateOnly> OtherHolidays(int year) =>
        Fixed.Select(holiday => new DateOnly(year, holiday.Month, holiday.Day));
}
