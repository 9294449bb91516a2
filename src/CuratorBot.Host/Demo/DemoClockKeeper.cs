using CuratorBot.Data;
using CuratorBot.Messaging;

namespace CuratorBot.Host.Demo;

/// <summary>Writes down where the demo's clock stands, every few seconds and at the end.</summary>
public sealed partial class DemoClockKeeper(DemoClock clock, RealTime realTime, ILogger<DemoClockKeeper> log)
    : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            Save();
            await realTime
                .Delay(Interval, stoppingToken)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        Save();
    }

    /// <summary>A full disk must not end the demo; a few seconds later there may be room.</summary>
    private void Save()
    {
        try
        {
            clock.Save();
        }
        catch (IOException error)
        {
            LogNotSaved(log, ErrorWords.KindsOf(error));
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "Where the demo's clock stands could not be written down: {Error}")]
    private static partial void LogNotSaved(ILogger log, string error);
}
