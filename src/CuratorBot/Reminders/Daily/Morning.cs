using CuratorBot.Data;
using CuratorBot.Schedule.Calendar;

namespace CuratorBot.Reminders.Daily;

/// <summary>
/// When one person may be reminded: on working days of her region, from her hour until nine in the evening of
/// her zone, and not during a pause. On a day off only what cannot wait: a deadline that ends before the
/// next working morning. One message a day is enough, except of a deadline that ends today.
/// </summary>
public sealed record Morning(WorkCalendar Calendar, string Zone, string? Region)
{
    public const int EarliestHour = 8;
    public const int UsualHour = 9;
    public const int LatestHour = 20;
    private static readonly TimeSpan Soon = TimeSpan.FromMinutes(15);
    public static readonly TimeOnly QuietFrom = new(21, 0);
    public static readonly TimeOnly QuietUntil = new(EarliestHour, 0);

    public int Hour { get; init; } = UsualHour;
    public DateOnly? PausedUntil { get; init; }

    /// <summary>The local day of the last reminder that she got; null when that was not of late.</summary>
    public DateOnly? ToldOn { get; init; }

    public DateOnly Today(DateTimeOffset now) => LocalDays.Today(now, Zone);

    public DateTimeOffset Of(DateOnly day) => LocalDays.InstantOf(day, new TimeOnly(Hour, 0), Zone);

    /// <summary>The morning until which a reminder must wait; null when it may go out now.</summary>
    /// <param name="dueOn">The deadline of which it reminds.</param>
    public DateTimeOffset? PeaceUntil(DateTimeOffset now, DateOnly dueOn)
    {
        var day = Today(now);
        if (TimeOf(now) >= QuietFrom || (ToldOn == day && dueOn != day))
            day = day.AddDays(1);
        if (PausedUntil > day)
            day = PausedUntil.Value;
        var morning = Of(DayFor(dueOn, day));
        return morning > now ? morning : null;
    }

    /// <summary>The day itself, or the next working day where it can wait for that.</summary>
    public DateOnly DayFor(DateOnly dueOn, DateOnly day)
    {
        var workday = Calendar.OnOrAfter(day, Region);
        return dueOn < day || workday <= dueOn ? workday : day;
    }

    /// <summary>When the night ends that lasts now; null by day.</summary>
    public DateTimeOffset? EndOfNight(DateTimeOffset now)
    {
        if (!IsNight(now))
            return null;
        var day = TimeOf(now) >= QuietFrom ? Today(now).AddDays(1) : Today(now);
        return LocalDays.InstantOf(day, QuietUntil, Zone);
    }

    /// <summary>Until when a reminder of this day may come: nine in the evening, or soon where that is near or over.</summary>
    public DateTimeOffset EndOfDay(DateTimeOffset now)
    {
        var evening = LocalDays.InstantOf(Today(now), QuietFrom, Zone);
        return evening > now + Soon ? evening : now + Soon;
    }

    /// <summary>Night is night for everybody, whatever her hour is.</summary>
    public bool IsNight(DateTimeOffset now) => TimeOf(now) < QuietUntil || TimeOf(now) >= QuietFrom;

    private TimeOnly TimeOf(DateTimeOffset now) =>
        TimeOnly.FromDateTime(
            TimeZoneInfo.ConvertTime(now, TimeZoneInfo.FindSystemTimeZoneById(Zone)).DateTime
        );
}
