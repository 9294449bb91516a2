using CuratorBot.Conversations.Arriving;
using CuratorBot.Schedule.Calendar;
using CuratorBot.Schedule.Editing;
using CuratorBot.Schedule.Import;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CuratorBot.Schedule;

internal static class ScheduleSetup
{
    /// <summary>The tasks of the year: looking into them and changing them.</summary>
    public static IServiceCollection AddSchedule(this IServiceCollection services)
    {
        services.TryAddSingleton(_ => WorkCalendar.BuiltIn());
        services.AddSingleton<TaskChanges>().AddSingleton<SchedulePlanner>().AddSingleton<ScheduleImport>();
        services.AddSingleton<YearCopy>().AddSingleton<Joining>();
        services.AddAs<IPreparation, ScheduleTables>().AddAs<ITableReader, ScheduleTables>();
        services.AddAction<ScheduleFileActions>().AddAction<ScheduleTableActions>();
        services.AddAction<ScheduleTableCard>();
        services.AddForm<NewTaskForm>().AddForm<MoveTaskForm>().AddForm<CancelTaskForm>();
        services.AddForm<ExcuseForm>().AddForm<ReopenForm>();
        services.AddAction<TaskActions>().AddAction<TaskChangeActions>().AddAction<OwedActions>();
        return services;
    }
}
