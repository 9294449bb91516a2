using CuratorBot.Data;
using CuratorBot.Files;
using CuratorBot.Messaging;
using Microsoft.EntityFrameworkCore;
using Quartz;

namespace CuratorBot.Host.Clock;

/// <summary>
/// Forgets updates that were dealt with long ago (Telegram repeats one for a day at most; a month is plenty)
/// and files that were only passing through.
/// </summary>
[DisallowConcurrentExecution]
internal sealed class HousekeepingJob(IUnitOfWork unitOfWork, FileStore files, RealTime realTime) : IJob
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    public async ValueTask Execute(
        IJobExecutionContext context,
        CancellationToken cancellationToken = default
    )
    {
        files.RemoveBrief(realTime.Now);
        var before = realTime.Now - Kept;
        await unitOfWork.Write(
            scope =>
                scope
                    .Db.Inbox.Where(row => row.State == InboxState.Done && row.ReceivedAt < before)
                    .ExecuteDeleteAsync(cancellationToken),
            cancellationToken
        );
    }
}
