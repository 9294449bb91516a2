using CuratorBot.Data;

namespace CuratorBot.Host.Demo;

/// <summary>Writes down where the demo's clock stands, every few seconds and at the end.</summary>
public sealed class DemoClockKeeper(DemoClock clock, RealTime realTime) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            clock.Save();
            await realTime
                .Delay(Interval, stoppingToken)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        clock.Save();
    }
}
