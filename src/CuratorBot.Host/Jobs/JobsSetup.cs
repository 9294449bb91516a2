using CuratorBot.Data;

namespace CuratorBot.Host.Jobs;

public static class JobsSetup
{
    /// <summary>Hangfire, and nothing yet for it to do.</summary>
    public static IServiceCollection AddJobs(this IServiceCollection services) =>
        services.AddSingleton(provider => new JobEngine(
            provider.GetRequiredService<RealTime>(),
            provider.GetRequiredService<IServiceScopeFactory>(),
            provider.GetRequiredService<ILoggerFactory>()
        ));
}
