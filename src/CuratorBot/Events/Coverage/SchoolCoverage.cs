namespace CuratorBot.Events.Coverage;

/// <summary>How well one school is looked after, and why it may be the next to go to.</summary>
/// <param name="LastVisit">Last day of the last visit; null when there has been none.</param>
/// <param name="FailureLevel">1–3; null when unknown.</param>
/// <param name="Risks">How many risks its profile names.</param>
/// <param name="RisksWithout">How many of them no event has served of late.</param>
/// <param name="Promise">The earliest day on which something agreed was to be checked, and is past; null without.</param>
/// <param name="Planned">The next day for which an event is planned there; null without.</param>
internal sealed record SchoolCoverage(
    string Id,
    string Name,
    DateOnly? LastVisit,
    int? FailureLevel,
    int Risks,
    int RisksWithout,
    DateOnly? Promise,
    DateOnly? Planned
)
{
    /// <summary>A risk that nothing has been done about for so long counts as left alone.</summary>
    public const int WeeksOfSilence = 6;

    private const int NeverVisited = 30;
    private const int MostWeeks = 26;
    private const int OfALevel = 5;
    private const int OfARisk = 4;
    private const int OfAPromise = 8;

    /// <summary>Somebody is going there already: the school comes after all others but the worst.</summary>
    private const int OfAPlan = 40;
    private const int DaysOfAPlan = 31;

    /// <summary>
    /// Weeks since the last visit, at most half a year; never visited is more. The level of failure, risks that
    /// are left alone and promises nobody has checked come on top; a visit planned for the coming month comes off.
    /// </summary>
    public int Urgency(DateOnly today) =>
        (LastVisit is { } visit ? Math.Min(Weeks(visit, today), MostWeeks) : NeverVisited)
        + ((FailureLevel ?? 0) * OfALevel)
        + (RisksWithout * OfARisk)
        + (Promise is null ? 0 : OfAPromise)
        - (Planned is { } day && day <= today.AddDays(DaysOfAPlan) ? OfAPlan : 0);

    public static int Weeks(DateOnly from, DateOnly today) => (today.DayNumber - from.DayNumber) / 7;
}
