using CuratorBot.Data;
using CuratorBot.People;
using CuratorBot.Schedule.Calendar;

namespace CuratorBot.Host.Clock;

/// <summary>Warns every day while the working days of this year, or in December of the next, are not certain.</summary>
internal sealed partial class CalendarWarning(
    WorkCalendar calendar,
    TimeProvider clock,
    ILogger<CalendarWarning> log
)
{
    public Task Log()
    {
        foreach (var doubt in calendar.DoubtsOn(LocalDays.Today(clock.GetUtcNow(), Asker.DefaultTimeZone)))
            LogDoubt(log, doubt.Year, InWords(doubt));
        return Task.CompletedTask;
    }

    public static string InWords(DoubtfulYear doubt) =>
        doubt.IsMissing
            ? "missing, only weekends are days off"
            : "provisional, no decree has moved its days off yet";

    [LoggerMessage(
        LogLevel.Warning,
        "The calendar of {Year} is {State}; put the right one into calendar/{Year}.json in the data directory"
    )]
    private static partial void LogDoubt(ILogger log, int year, string state);
}
