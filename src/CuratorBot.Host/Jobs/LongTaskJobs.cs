using CuratorBot.LongTasks;

namespace CuratorBot.Host.Jobs;

/// <summary>What Hangfire calls when a long task is to be made.</summary>
internal sealed class LongTaskJobs(LongTaskRuns runs)
{
    public const string Queue = "tasks";

    /// <summary>So many are made side by side; there are two cores, and the turns need one.</summary>
    public const int AtOnce = 2;

    /// <param name="id">Of the <see cref="LongTask"/>.</param>
    public Task Run(long id, CancellationToken stopping) => runs.Run(id, stopping);
}
