using CuratorBot.Condition;
using CuratorBot.Data;
using CuratorBot.People;

namespace CuratorBot.Host.Backup;

/// <summary>
/// Makes the backup of each day, which is the full check of the database too, and removes those that are past their
/// number or term. Only a whole backup takes the place of older ones.
/// </summary>
public sealed partial class BackupKeeper(
    BackupPlan plan,
    BackupMaker maker,
    BackupShelf shelf,
    DataPlace place,
    Troubles troubles,
    RealTime time,
    ILogger<BackupKeeper> log
)
{
    /// <summary>From then on the missing backup is the operator's business.</summary>
    public static readonly TimeSpan TooLong = TimeSpan.FromDays(2);

    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromHours(1);

    private readonly DateTimeOffset _startedAt = time.Now;
    private TimeSpan _notBefore;

    /// <summary>Makes the backup if it is due. Never throws but when it is to stop.</summary>
    public async Task Look(CancellationToken cancellation)
    {
        try
        {
            RemoveOld();
            if (IsDue() && time.Elapsed >= _notBefore)
                await Make(cancellation);
        }
        catch (DamagedDatabase damage)
        {
            LogDamaged(log, damage);
            troubles.Raise(Parts.Database, Severity.NeedsPerson, WhatToDo(damage));
            Failed(damage);
        }
        catch (Exception error) when (BackupFailure.Explains(error))
        {
            LogFailed(log, error);
            Failed(error);
        }
    }

    private async Task Make(CancellationToken cancellation)
    {
        var made = await maker.Make(shelf.PathFor(time.Now), cancellation);
        LogMade(log, made.Path, made.Size, made.Files, made.Took.TotalSeconds);
        if (made.Dangling.Count == 0)
            troubles.End(Parts.Database);
        else
            troubles.Raise(Parts.Database, Severity.NeedsPerson, Points(made));
        if (made.IsWhole)
            shelf.KeepNewest(plan.Keep, time.Now);
        if (made.Missing.Count == 0)
            troubles.End(Parts.Backup);
        else
            troubles.Raise(Parts.Backup, Severity.Passing, Lacks(made));
    }

    /// <summary>Whether none was made since the hour of today, or of yesterday while that of today is to come.</summary>
    private bool IsDue()
    {
        var now = time.Now;
        var today = LocalDays.Today(now, Asker.DefaultTimeZone);
        var hour = LocalDays.InstantOf(today, new TimeOnly(plan.At, 0), Asker.DefaultTimeZone);
        return !(shelf.Newest(now)?.At >= (hour <= now ? hour : hour.AddDays(-1)));
    }

    private void Failed(Exception error)
    {
        _notBefore = time.Elapsed + PauseAfterFailure;
        var last = shelf.Newest(time.Now)?.At;
        var since = time.Now - (last ?? _startedAt);
        troubles.Raise(
            Parts.Backup,
            since >= TooLong ? Severity.NeedsPerson : Severity.Passing,
            FormattableString.Invariant(
                $"No backup was made ({error.Message}); the last one is of {last?.UtcDateTime:u}; the next try follows in an hour."
            )
        );
    }

    private void RemoveOld()
    {
        shelf.RemoveOlderThan(BackupPlan.LongestKept, time.Now);
        RestoreJournal.RemoveAsideOlderThan(place.Directory, BackupPlan.LongestKept, time.Now);
    }

    private string WhatToDo(DamagedDatabase damage) =>
        $"{damage.Message}. Stop the bot and restore the newest backup ({shelf.Newest(time.Now)?.Path ?? "there is none"}); "
        + "until then no backup is deleted and none is made.";

    private static string Points(BackupMade made) =>
        $"Rows point at rows that are not there ({string.Join(", ", made.Dangling)}); compare with an older backup.";

    private static string Lacks(BackupMade made) =>
        FormattableString.Invariant(
            $"{made.Missing.Count} kept files are missing or damaged, {made.Missing[0]} first; take them out of an older backup, none of which is replaced meanwhile."
        );

    [LoggerMessage(LogLevel.Information, "Backup {Path}: {Size} bytes, {Files} files, {Seconds:0.0} s")]
    private static partial void LogMade(ILogger log, string path, long size, int files, double seconds);

    [LoggerMessage(LogLevel.Error, "No backup was made; the next try follows in an hour")]
    private static partial void LogFailed(ILogger log, Exception error);

    [LoggerMessage(LogLevel.Critical, "The full check has found damage; stop the bot and restore a backup")]
    private static partial void LogDamaged(ILogger log, Exception error);
}

/// <summary>Looks every few minutes of the machine's own time, so that a clock that is set holds up nothing.</summary>
internal sealed class BackupWaking(BackupKeeper keeper, RealTime time) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            await time.Delay(Interval, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (stoppingToken.IsCancellationRequested)
                return;
            await Look(stoppingToken);
        }
    }

    private async Task Look(CancellationToken stoppingToken)
    {
        try
        {
            await keeper.Look(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // half a backup leaves nothing
        }
    }
}
