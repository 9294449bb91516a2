using CuratorBot.LongTasks;
using CuratorBot.Messaging;

namespace CuratorBot.Host.Jobs;

/// <summary>Lets Hangfire's threads make the long tasks, by their ids. A command never begins one.</summary>
internal sealed partial class HangfireTasks(IServiceProvider services, ILogger<HangfireTasks> log)
    : ILongTaskRunner
{
    public void Begin(long id)
    {
        try
        {
            services
                .GetRequiredService<JobEngine>()
                .Once<LongTaskJobs>(LongTaskJobs.Queue, work => work.Run(id, CancellationToken.None));
        }
        catch (Exception error)
        {
            LogNotBegun(log, id, ErrorWords.KindsOf(error));
        }
    }

    [LoggerMessage(LogLevel.Warning, "Long task {Id} could not be begun; the sweep tries it again: {Error}")]
    private static partial void LogNotBegun(ILogger log, long id, string error);
}
