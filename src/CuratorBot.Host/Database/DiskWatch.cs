using CuratorBot.Condition;
using CuratorBot.Data;
using CuratorBot.Host.Configuration;

namespace CuratorBot.Host.Database;

/// <summary>Looks how much room is left for the data, so that somebody frees some before it is all used.</summary>
internal sealed partial class DiskWatch(
    HostSettings settings,
    Troubles troubles,
    RealTime realTime,
    ILogger<DiskWatch> log
) : BackgroundService
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(5);

    private Severity? _told;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            Look();
            await realTime
                .Delay(BetweenLooks, stoppingToken)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private void Look()
    {
        try
        {
            Tell(DiskSpace.Of(settings.DataDirectory));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            troubles.Raise(
                Parts.Disk,
                Severity.NeedsPerson,
                "The disk of the data directory gives no answer. See that it is mounted and may be read."
            );
        }
    }

    private void Tell(DiskSpace space)
    {
        if (space.Trouble is { } severity)
            troubles.Raise(
                Parts.Disk,
                severity,
                $"On the disk of the data directory {space}. Free some space; when none is left, nothing is stored."
            );
        else
            troubles.End(Parts.Disk);
        if (space.Trouble == _told)
            return;
        _told = space.Trouble;
        if (_told is null)
            LogEnough(log, $"{space}");
        else
            LogLow(log, $"{space}");
    }

    [LoggerMessage(1, LogLevel.Warning, "The disk of the data directory is filling up: {Space}")]
    private static partial void LogLow(ILogger log, string space);

    [LoggerMessage(2, LogLevel.Information, "The disk of the data directory has room again: {Space}")]
    private static partial void LogEnough(ILogger log, string space);
}
