using CuratorBot.Data;
using CuratorBot.Schedule.Calendar;

namespace CuratorBot.Events.Planning;

/// <summary>When whoever planned an event hears of it, in the zone of the school.</summary>
public sealed class PlanTimes(WorkCalendar calendar)
{
    private const int WorkdaysToTheSecondNudge = 2;
    private static readonly TimeOnly BriefHour = new(16, 0);
    private static readonly TimeOnly NudgeHour = new(17, 0);
    private static readonly TimeOnly LatestStart = new(18, 0);
    private static readonly TimeOnly NextMorning = new(10, 0);
    private static readonly TimeSpan ItTakes = TimeSpan.FromHours(2);

    /// <summary>In the afternoon of the last working day before it.</summary>
    public DateTimeOffset BriefAt(PlannedEvent plan) =>
        LocalDays.InstantOf(calendar.OnOrBefore(plan.On.AddDays(-1), plan.Region), BriefHour, plan.TimeZone);

    /// <summary>From when on a brief comes too late.</summary>
    public static DateTimeOffset Begins(PlannedEvent plan) =>
        LocalDays.InstantOf(plan.On, plan.At ?? NudgeHour, plan.TimeZone);

    /// <summary>Two hours after it began; what begins in the evening is asked about on the next morning.</summary>
    public static DateTimeOffset NudgeAt(PlannedEvent plan) =>
        plan.At is not { } at ? Begins(plan)
        : at > LatestStart ? LocalDays.InstantOf(plan.On.AddDays(1), NextMorning, plan.TimeZone)
        : Begins(plan) + ItTakes;

    public DateTimeOffset SecondNudgeAt(PlannedEvent plan) =>
        LocalDays.InstantOf(
            calendar.Shift(plan.On, WorkdaysToTheSecondNudge, plan.Region),
            NudgeHour,
            plan.TimeZone
        );

    public bool IsWorkday(DateOnly day, string region) => calendar.IsWorkday(day, region);
}
