using CuratorBot.Conversations.Arriving;
using CuratorBot.Importing;
using CuratorBot.Tasks.Editing;
using CuratorBot.Tasks.Import;
using Microsoft.Extensions.DependencyInjection;

namespace CuratorBot.Tasks;

internal static class TasksSetup
{
    /// <summary>The tasks of the year: looking into them, closing and changing them.</summary>
    public static IServiceCollection AddTasks(this IServiceCollection services)
    {
        services.AddSingleton<TaskChanges>().AddSingleton<SchedulePlanner>().AddSingleton<Joining>();
        services.AddAs<TableImport, ScheduleImport>().AddAs<IPreparation, YearCopy>();
        services.AddAction<NextYearAction>().AddAction<ScheduleTableActions>();
        services.AddAction<ScheduleTableCard>();
        services.AddForm<NewTaskForm>().AddForm<MoveTaskForm>().AddForm<CancelTaskForm>();
        services.AddForm<ExcuseForm>().AddForm<ReopenForm>();
        services.AddAction<TaskActions>().AddAction<TaskChangeActions>().AddAction<OwedActions>();
        services.AddAction<DoneAction>().AddAction<ConfirmDateAction>();
        return services;
    }
}
