using CuratorBot.Privacy;
using Quartz;

namespace CuratorBot.Host.Clock;

/// <summary>Says «tidy up» every few minutes; what is due lies in our own rows.</summary>
[DisallowConcurrentExecution]
internal sealed partial class PurgeJob(Purge purge, TimeProvider clock, ILogger<PurgeJob> log) : IJob
{
    public static readonly TimeSpan Interval = TimeSpan.FromMinutes(10);

    public async ValueTask Execute(
        IJobExecutionContext context,
        CancellationToken cancellationToken = default
    )
    {
        try
        {
            await purge.Run(clock.GetUtcNow(), cancellationToken);
        }
        catch (Data.StorageException error)
        {
            LogNotPurged(log, error);
        }
    }

    [LoggerMessage(LogLevel.Error, "What is past its term could not be deleted; the next look follows")]
    private static partial void LogNotPurged(ILogger log, Exception error);
}
