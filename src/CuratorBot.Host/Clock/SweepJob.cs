using Quartz;

namespace CuratorBot.Host.Clock;

/// <summary>Says «look» every few seconds; what there is to see lies in our own rows.</summary>
[DisallowConcurrentExecution]
internal sealed partial class SweepJob(Sweeper sweeper, ILogger<SweepJob> log) : IJob
{
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    public async ValueTask Execute(
        IJobExecutionContext context,
        CancellationToken cancellationToken = default
    )
    {
        try
        {
            await sweeper.Sweep(cancellationToken);
        }
        catch (Data.StorageException error)
        {
            LogNotSwept(log, error);
        }
    }

    [LoggerMessage(LogLevel.Error, "The reminders could not be looked through; the next look follows")]
    private static partial void LogNotSwept(ILogger log, Exception error);
}
