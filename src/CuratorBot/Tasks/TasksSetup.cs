using CuratorBot.Conversations.Arriving;
using CuratorBot.Tasks.Editing;
using CuratorBot.Tasks.Import;
using Microsoft.Extensions.DependencyInjection;

namespace CuratorBot.Tasks;

internal static class TasksSetup
{
    /// <summary>The tasks of the year: looking into them, closing and changing them.</summary>
    public static IServiceCollection AddTasks(this IServiceCollection services)
    {
        services.AddSingleton<TaskChanges>().AddSingleton<SchedulePlanner>().AddSingleton<ScheduleImport>();
        services.AddSingleton<YearCopy>().AddSingleton<Joining>();
        services.AddAs<IPreparation, ScheduleTables>().AddAs<ITableReader, ScheduleTables>();
        services.AddAction<ScheduleFileActions>().AddAction<ScheduleTableActions>();
        services.AddAction<ScheduleTableCard>();
        services.AddForm<NewTaskForm>().AddForm<MoveTaskForm>().AddForm<CancelTaskForm>();
        services.AddForm<ExcuseForm>().AddForm<ReopenForm>();
        services.AddAction<TaskActions>().AddAction<TaskChangeActions>().AddAction<OwedActions>();
        services.AddAction<DoneAction>().AddAction<ConfirmDateAction>();
        return services;
    }
}
