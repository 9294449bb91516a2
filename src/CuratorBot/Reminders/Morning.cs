using CuratorBot.Data;

namespace CuratorBot.Reminders;

/// <summary>When a person may be reminded: from nine in the morning until nine in the evening where she lives.</summary>
public static class Morning
{
    public static readonly TimeOnly Begins = new(9, 0);
    public static readonly TimeOnly QuietFrom = new(21, 0);

    public static DateTimeOffset Of(DateOnly day, string zone) => LocalDays.InstantOf(day, Begins, zone);

    /// <summary>The coming morning while she must be left in peace; null while she may be reminded.</summary>
    public static DateTimeOffset? PeaceUntil(DateTimeOffset now, string zone)
    {
        var local = TimeZoneInfo.ConvertTime(now, TimeZoneInfo.FindSystemTimeZoneById(zone)).DateTime;
        var (today, time) = (DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local));
        return time < Begins ? Of(today, zone)
            : time >= QuietFrom ? Of(today.AddDays(1), zone)
            : null;
    }
}
