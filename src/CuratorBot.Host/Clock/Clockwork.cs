using CuratorBot.Data;

namespace CuratorBot.Host.Clock;

/// <summary>
/// Everything that is woken by time, from the moment when the host has started: what is due then finds the outbox
/// open. Each has a loop of its own, so none waits for another, and the watchdog for none.
/// </summary>
internal sealed class Clockwork(
    IEnumerable<Wake> wakes,
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
        await Task.WhenAll(
            all.Select(wake => Task.Run(() => wake.Run(stoppingToken), stoppingToken))
                .Append(Watch(all, stoppingToken))
        );
    }

    private async Task Watch(IReadOnlyList<Wake> all, CancellationToken stopping)
    {
        using var timer = new PeriodicTimer(BetweenLooks, realTime.Provider);
        while (await timer.WaitForNextTickAsync(stopping))
            watchdog.Look(all);
    }
}
