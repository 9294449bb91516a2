using CuratorBot.Data;
using CuratorBot.Events;
using Quartz;

namespace CuratorBot.Host.Clock;

/// <summary>Removes once a day the files that no report came of.</summary>
[DisallowConcurrentExecution]
internal sealed class EvidenceJob(UnusedEvidence unused, RealTime realTime) : IJob
{
    public async ValueTask Execute(
        IJobExecutionContext context,
        CancellationToken cancellationToken = default
    ) => await unused.Remove(realTime.Now, cancellationToken);
}
