namespace CuratorBot.Data;

/// <summary>Local dates and instants. A local date and a zone are the truth; the instant is derived.</summary>
public static class LocalDays
{
    /// <exception cref="TimeZoneNotFoundException">The zone is no IANA id that this machine knows.</exception>
    public static DateOnly Today(DateTimeOffset now, string zone) =>
        DateOnly.FromDateTime(
            TimeZoneInfo.ConvertTime(now, TimeZoneInfo.FindSystemTimeZoneById(zone)).DateTime
        );

    /// <summary>A day that today is later than nowhere, for queries over many zones.</summary>
    public static DateOnly LatestToday(DateTimeOffset now) =>
        DateOnly.FromDateTime(now.ToOffset(FurthestEast).DateTime);

    private static readonly TimeSpan FurthestEast = TimeSpan.FromHours(14);

    /// <summary>The instant of a local time; one that a change of the clock skips becomes the next that exists.</summary>
    public static DateTimeOffset InstantOf(DateOnly day, TimeOnly time, string zone)
    {
        var rules = TimeZoneInfo.FindSystemTimeZoneById(zone);
        var local = day.ToDateTime(time);
        while (rules.IsInvalidTime(local))
            local = local.AddMinutes(1);
        return new DateTimeOffset(local, rules.GetUtcOffset(local)).ToUniversalTime();
    }
}
