using CuratorBot.Data;
using CuratorBot.Events.Reporting;
using CuratorBot.Events.Reporting.Evidence;
using CuratorBot.Privacy;
using CuratorBot.Sweeping;

namespace CuratorBot.Host.Clock;

public static class ClockSetup
{
    public const string Sweeps = "sweeps";
    public const string EveryTenSeconds = "*/10 * * * * *";
    private const string Daily = "0 0 * * *";

    /// <summary>What is woken by time, and how often. What there is to do lies in our own rows: a restart loses nothing.</summary>
    public static IServiceCollection AddClock(this IServiceCollection services) =>
        services
            .AddSingleton<CalendarWarning>()
            .AddSingleton<Watchdog>()
            .AddSingleton<WakeJobs>()
            .AddWake(
                Sweeps,
                EveryTenSeconds,
                TimeSpan.FromSeconds(10),
                (services, stop) => services.GetRequiredService<Sweeper>().Sweep(stop)
            )
            .AddWake(
                "deletion by term",
                "*/10 * * * *",
                TimeSpan.FromMinutes(10),
                (services, stop) =>
                    services
                        .GetRequiredService<Purge>()
                        .Run(services.GetRequiredService<TimeProvider>().GetUtcNow(), stop)
            )
            .AddWake(
                "unused files",
                Daily,
                TimeSpan.FromDays(1),
                (services, stop) =>
                    services
                        .GetRequiredService<UnusedEvidence>()
                        .Remove(services.GetRequiredService<RealTime>().Now, stop)
            )
            .AddWake(
                "calendar",
                Daily,
                TimeSpan.FromDays(1),
                (services, _) => services.GetRequiredService<CalendarWarning>().Log()
            )
            .AddHostedService<Clockwork>();

    private static IServiceCollection AddWake(
        this IServiceCollection services,
        string name,
        string cron,
        TimeSpan interval,
        Func<IServiceProvider, CancellationToken, Task> work
    ) =>
        services.AddSingleton(provider => new Wake(
            name,
            cron,
            interval,
            stop => work(provider, stop),
            provider.GetRequiredService<RealTime>(),
            provider.GetRequiredService<Isolated>()
        ));
}
