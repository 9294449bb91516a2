using Microsoft.Extensions.DependencyInjection;

namespace CuratorBot.LongTasks;

internal static class LongTasksSetup
{
    /// <summary>The host brings the <see cref="ILongTaskRunner"/>.</summary>
    public static IServiceCollection AddLongTasks(this IServiceCollection services) =>
        services.AddSingleton<LongTaskDesk>().AddSingleton<LongTaskEnds>().AddSingleton<LongTaskRuns>();
}
