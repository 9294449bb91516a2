using CuratorBot.Data;
using CuratorBot.Host.Jobs;

namespace CuratorBot.Host.Clock;

/// <summary>
/// Everything that is woken by time, from the moment when the host has started: what is due then finds the outbox
/// open. There is a thread for each, so none waits for another, and the watchdog for none.
/// </summary>
internal sealed class Clockwork(
    IEnumerable<Wake> wakes,
    JobEngine jobs,
    Watchdog watchdog,
    RealTime realTime,
    IHostApplicationLifetime lifetime
) : BackgroundService
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var _ = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(stoppingToken);
        Wake[] all = [.. wakes];
        foreach (var wake in all)
            jobs.Every<WakeJobs>(
                wake.Name,
                wake.Cron,
                WakeJobs.Queue,
                work => work.Look(wake.Name, CancellationToken.None)
            );
        using var server = jobs.Start(
            (WakeJobs.Queue, all.Length),
            (LongTaskJobs.Queue, LongTaskJobs.AtOnce)
        );
        try
        {
            await Watch(all, stoppingToken);
        }
        finally
        {
            server.SendStop();
            await server.WaitForShutdownAsync(CancellationToken.None);
        }
    }

    private async Task Watch(IReadOnlyList<Wake> all, CancellationToken stopping)
    {
        using var timer = new PeriodicTimer(BetweenLooks, realTime.Provider);
        while (await timer.WaitForNextTickAsync(stopping))
            watchdog.Look(all);
    }
}
