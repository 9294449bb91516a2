using CuratorBot.Data;

namespace CuratorBot.Host.Backup;

/// <summary>What <c>/health</c> says of backups.</summary>
public sealed class BackupStatus(BackupPlan plan, BackupShelf shelf, RealTime time)
{
    /// <summary>When the newest was made; null when there is none.</summary>
    public DateTimeOffset? LastAt => shelf.Newest(time.Now)?.At;

    /// <summary>False where the daily backup is switched off, as in the playground.</summary>
    public bool IsDaily => plan.IsDaily;
}
