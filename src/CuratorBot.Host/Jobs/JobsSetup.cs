using CuratorBot.Data;
using CuratorBot.LongTasks;

namespace CuratorBot.Host.Jobs;

public static class JobsSetup
{
    /// <summary>Hangfire, which begins when it is first asked for, and what it makes.</summary>
    public static IServiceCollection AddJobs(this IServiceCollection services) =>
        services
            .AddSingleton(provider => new JobEngine(
                provider.GetRequiredService<RealTime>(),
                provider.GetRequiredService<IServiceScopeFactory>(),
                provider.GetRequiredService<ILoggerFactory>()
            ))
            .AddSingleton<LongTaskJobs>()
            .AddSingleton<ILongTaskRunner, HangfireTasks>();
}
