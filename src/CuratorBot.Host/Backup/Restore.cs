using CuratorBot.Audit;
using CuratorBot.Data;
using CuratorBot.Files;
using CuratorBot.Host.Database.Sqlite;
using CuratorBot.Messaging;
using CuratorBot.Privacy;
using Microsoft.Data.Sqlite;

namespace CuratorBot.Host.Backup;

/// <param name="Aside">Where what was there before lies now; null when nothing was.</param>
/// <param name="Forgotten">Whom the bot forgets again at its next start: they were forgotten since the backup.</param>
/// <param name="NotForgotten">Whom it cannot, because nobody else coordinates their region.</param>
/// <param name="KnowsForgotten">False where the database that was there could not be read.</param>
internal sealed record Restored(
    BackupManifest Manifest,
    string? Aside,
    string? Audit,
    IReadOnlyList<long> Forgotten,
    IReadOnlyList<long> NotForgotten,
    bool KnowsForgotten
);

/// <summary>
/// Puts a backup in the place of the data. All of it is unpacked and looked through before anything is touched; what
/// is there is moved aside, never overwritten. Nobody else may use the data meanwhile.
/// </summary>
public sealed class Restore(
    DataPlace place,
    Forgetting forgetting,
    FailPoints failPoints,
    RealTime time,
    TimeProvider clock
)
{
    public const string Staged = "restore.staged";
    public const string Decided = "restore.decided";
    public const string MovedAside = "restore.movedAside";
    public const string MovedIn = "restore.movedIn";

    /// <summary>All places at which a test ends it.</summary>
    public static readonly string[] Places = [Staged, Decided, MovedAside, MovedIn];

    private static readonly string[] BesideDatabase = ["", "-wal", "-shm", "-journal"];

    private string Staging => RestoreJournal.StagingIn(place.Directory);
    private string DatabaseName => Path.GetFileName(place.Database);

    /// <exception cref="BackupFailure">Nothing was restored, and what was there is as it was.</exception>
    internal async Task<Restored> From(string archive, CancellationToken cancellation = default)
    {
        if (Path.GetDirectoryName(place.Database) != place.Directory)
            throw new BackupFailure(
                $"The database {place.Database} lies outside of {place.Directory}; take {DataParts.Database} out of the archive by hand."
            );
        Directory.CreateDirectory(place.Directory);
        RestoreJournal.Finish(place.Directory);
        using var read = BackupArchive.Open(archive);
        PrivateFiles.NeedSpace(place.Directory, read.Size, "the data");
        try
        {
            Unpack(read, cancellation);
            var exam = await Look(read.Manifest, cancellation);
            var forgotten = await ForgetAgain(exam, cancellation);
            Durable.KeepAll(Staging);
            failPoints.Pass(Staged);
            var journal = Journal();
            journal.CarryOut(place.Directory, failPoints);
            return forgotten with
            {
                Manifest = read.Manifest,
                Aside = journal.Old.Count > 0 ? Path.Combine(place.Directory, journal.Aside) : null,
                Audit = exam.AuditHead,
            };
        }
        finally
        {
            if (!RestoreJournal.IsPending(place.Directory))
                PrivateFiles.Remove(Staging);
        }
    }

    private void Unpack(BackupArchive read, CancellationToken cancellation)
    {
        PrivateFiles.CreateFresh(Staging);
        read.ReadAll(
            name =>
            {
                var path = Path.Combine(Staging, name == DataParts.Database ? DatabaseName : name);
                PrivateFiles.CreateFolder(Path.GetDirectoryName(path)!);
                return PrivateFiles.Create(path);
            },
            cancellation
        );
    }

    private async Task<DatabaseExam> Look(BackupManifest manifest, CancellationToken cancellation)
    {
        var exam = await DatabaseExam.Of(Path.Combine(Staging, DatabaseName), cancellation);
        if (exam.Schema != manifest.Schema)
            throw new BackupFailure(
                "The database in the archive is not of the version that its manifest says."
            );
        if (manifest.Audit is not null && exam.AuditHead != manifest.Audit)
            throw new BackupFailure("The audit in the archive is not as it was when the backup was made.");
        var lacks = exam
            .Files.Except(manifest.Files.Select(file => file.Path))
            .Except(manifest.Missing)
            .ToList();
        if (lacks.Count > 0)
            throw new BackupFailure($"The archive lacks {lacks[0]}, of which its database speaks.");
        return exam;
    }

    /// <summary>
    /// Who was forgotten after the backup was made is in it again. The database that is there still knows; what it
    /// cannot be asked the operator must know.
    /// </summary>
    private async Task<Restored> ForgetAgain(DatabaseExam exam, CancellationToken cancellation)
    {
        var (forgotten, kept) = (new List<long>(), new List<long>());
        var (known, actor) = (ErasedNow(), new AuditActor(null, AuditActor.CommandLine, clock.GetUtcNow()));
        using var connection = SqliteFile.Open(Path.Combine(Staging, DatabaseName));
        await using var db = new SqliteDb(SqliteConnections.OptionsFor(connection));
        foreach (var person in (known ?? []).Except(exam.Erased).Order())
            switch (await forgetting.Order(db, person, actor))
            {
                case ForgetOrder.Given:
                    forgotten.Add(person);
                    await db.SaveChangesAsync(cancellation);
                    break;
                case ForgetOrder.LastCoordinator:
                    kept.Add(person);
                    break;
            }
        return new Restored(null!, null, null, forgotten, kept, known is not null);
    }

    /// <summary>Null where there is no database, or none that answers.</summary>
    private List<long>? ErasedNow()
    {
        if (!File.Exists(place.Database))
            return null;
        try
        {
            using var connection = SqliteFile.Open(place.Database);
            return SqliteFile.Ask<long>(
                connection,
                $"SELECT DISTINCT PersonId FROM audit WHERE What = '{AuditTrail.Erased}' AND PersonId IS NOT NULL"
            );
        }
        catch (SqliteException)
        {
            return null; // that is why it is replaced
        }
    }

    private RestoreJournal Journal() =>
        new(
            RestoreJournal.AsideIn(place.Directory, time.Now),
            [
                .. BesideDatabase
                    .Select(end => DatabaseName + end)
                    .Concat(DataParts.Replaced)
                    .Where(name => Path.Exists(Path.Combine(place.Directory, name))),
            ],
            [.. Directory.EnumerateFileSystemEntries(Staging).Select(path => Path.GetFileName(path))]
        );
}
