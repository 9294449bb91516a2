using Quartz;

namespace CuratorBot.Host.Clock;

public static class ClockSetup
{
    /// <summary>Quartz in memory: it only wakes, so a restart loses nothing.</summary>
    public static IServiceCollection AddClock(this IServiceCollection services)
    {
        services.AddSingleton<Sweeper>();
        services.AddQuartz(quartz =>
        {
            quartz.ScheduleJob<SweepJob>(trigger =>
                trigger
                    .StartNow()
                    .WithSimpleSchedule(schedule => schedule.WithInterval(SweepJob.Interval).RepeatForever())
            );
            quartz.ScheduleJob<EvidenceJob>(trigger =>
                trigger.WithSimpleSchedule(schedule =>
                    schedule.WithInterval(TimeSpan.FromHours(24)).RepeatForever()
                )
            );
            quartz.ScheduleJob<CalendarJob>(trigger =>
                trigger.WithSimpleSchedule(schedule =>
                    schedule.WithInterval(TimeSpan.FromHours(24)).RepeatForever()
                )
            );
            quartz.ScheduleJob<PurgeJob>(trigger =>
                trigger
                    .StartNow()
                    .WithSimpleSchedule(schedule => schedule.WithInterval(PurgeJob.Interval).RepeatForever())
            );
        });
        services.AddQuartzHostedService(options =>
        {
            options.WaitForJobsToComplete = true;
            options.AwaitApplicationStarted = true;
        });
        return services;
    }
}
