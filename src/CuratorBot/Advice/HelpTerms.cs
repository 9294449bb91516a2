using CuratorBot.Data;
using CuratorBot.People;
using CuratorBot.Schedule.Calendar;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Advice;

/// <summary>
/// When a request that nobody answers is brought to mind. A working day is one where the school is, and lasts
/// until the hour of the asking; what is asked on a day off is asked on the next working day.
/// </summary>
public sealed class HelpTerms(WorkCalendar calendar, AdviceOptions options)
{
    private int[] Workdays => [options.RemindAfter, options.RemindAgainAfter, options.TellCoordinatorAfter];

    /// <summary>Whether what is due now goes to whoever is above those who help.</summary>
    public bool IsForCoordinator(HelpRequest request) => request.Reminders == Workdays.Length - 1;

    /// <summary>Null when it was brought to mind often enough. However late one came, the next leaves it a day.</summary>
    public async Task<DateTimeOffset?> Next(CuratorBotDb db, HelpRequest request, DateTimeOffset now)
    {
        if (request.Reminders >= Workdays.Length)
            return null;
        var zone =
            await db
                .Municipalities.Where(place => place.Id == request.MunicipalityId)
                .Select(place => place.TimeZone)
                .SingleOrDefaultAsync()
            ?? Asker.DefaultTimeZone;
        var due = After(request.AskedAt, Workdays[request.Reminders], zone, request.Region);
        var earliest = After(now, 1, zone, request.Region);
        return due > earliest ? due : earliest;
    }

    private DateTimeOffset After(DateTimeOffset asked, int workdays, string zone, string region)
    {
        var local = TimeZoneInfo.ConvertTime(asked, TimeZoneInfo.FindSystemTimeZoneById(zone)).DateTime;
        var day = DateOnly.FromDateTime(local);
        var first = calendar.OnOrAfter(day, region);
        var hour = first == day ? TimeOnly.FromDateTime(local) : TimeOnly.MinValue;
        return LocalDays.InstantOf(calendar.Shift(first, workdays, region), hour, zone);
    }
}
