using CuratorBot.Condition;
using CuratorBot.Data;
using CuratorBot.Messaging;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Host.Health;

/// <summary>
/// Has the one writer write something small every now and then, behind everything that is queued: reading proves
/// nothing of a writer that hangs, and nothing of a disk that is full.
/// </summary>
internal sealed class WriterProbe(IUnitOfWork unitOfWork, Troubles troubles, RealTime realTime)
{
    public const string Part = $"{Parts.Writer}:probe";

    private static readonly TimeSpan BetweenProbes = TimeSpan.FromSeconds(15);

    /// <summary>While the storage is known to be in trouble, writing more often would be of no use to it.</summary>
    private static readonly TimeSpan BetweenProbesInTrouble = TimeSpan.FromSeconds(60);

    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(60);

    private Task _probe = Task.CompletedTask;
    private TimeSpan? _begunAt;

    /// <summary>Called every few seconds; never waits.</summary>
    public void Look()
    {
        var waited = realTime.Elapsed - _begunAt;
        if (!_probe.IsCompleted)
        {
            if (waited > LongestWait)
                RaiseOverdue();
            return;
        }
        if (waited is not null && waited < (StorageAils ? BetweenProbesInTrouble : BetweenProbes))
            return;
        _begunAt = realTime.Elapsed;
        _probe = Task.Run(Write);
    }

    private bool StorageAils =>
        troubles.Now.Any(trouble => trouble.Part is Parts.Disk or Parts.Database or Parts.Writer or Part);

    /// <summary>A writer that waits for the disk says so itself, and no restart would give it room.</summary>
    private void RaiseOverdue() =>
        troubles.Raise(
            Part,
            troubles.Now.Any(trouble => trouble.Part is Parts.Disk or Parts.Database)
                ? Severity.NeedsPerson
                : Severity.NeedsRestart,
            $"The writer has finished nothing for over {LongestWait.TotalSeconds:0} seconds. Restart the bot; nothing "
                + "that was acknowledged is lost."
        );

    private async Task Write()
    {
        try
        {
            await unitOfWork.Write(Touch);
            troubles.End(Part);
        }
        catch (Exception error)
        {
            troubles.Raise(
                Part,
                Severity.NeedsPerson,
                $"The database takes no write ({ErrorWords.KindsOf(error)}). Look at the free space and the health of "
                    + "the disk; what people write waits meanwhile."
            );
        }
    }

    /// <summary>There and back: a value that stays as it was would not be written at all.</summary>
    private static async Task<int> Touch(WriteScope scope)
    {
        await scope.Db.Revisions.ExecuteUpdateAsync(set =>
            set.SetProperty(row => row.Number, row => row.Number + 1)
        );
        return await scope.Db.Revisions.ExecuteUpdateAsync(set =>
            set.SetProperty(row => row.Number, row => row.Number - 1)
        );
    }
}
