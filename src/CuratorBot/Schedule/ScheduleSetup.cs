using CuratorBot.Schedule.Calendar;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CuratorBot.Schedule;

internal static class ScheduleSetup
{
    /// <summary>Who owes what by when, and on which days people work.</summary>
    public static IServiceCollection AddSchedule(this IServiceCollection services)
    {
        services.TryAddSingleton(_ => WorkCalendar.BuiltIn());
        return services;
    }
}
