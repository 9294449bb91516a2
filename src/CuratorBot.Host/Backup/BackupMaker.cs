using System.IO.Compression;
using System.Security.Cryptography;
using CuratorBot.Data;
using CuratorBot.Messaging;

namespace CuratorBot.Host.Backup;

/// <param name="Missing">Kept files that the database speaks of and that are gone or damaged.</param>
/// <param name="Dangling">Rows that point at nothing, by table.</param>
/// <param name="Audit">Where the audit ends, «number:hash»; null when it is broken.</param>
public sealed record BackupMade(
    string Path,
    long Size,
    int Files,
    IReadOnlyList<string> Missing,
    IReadOnlyList<string> Dangling,
    string? Audit,
    TimeSpan Took
)
{
    /// <summary>Nothing was missing: older ones are needed no more.</summary>
    public bool IsWhole => Missing.Count == 0 && Dangling.Count == 0 && Audit is not null;
}

/// <summary>
/// Makes a backup while the bot runs: a copy of the database, and after it the files, so that all of which the copy
/// speaks is there. It gets its name only when it was read back and found good.
/// </summary>
public sealed class BackupMaker(DataPlace place, RealTime time)
{
    private const string Making = ".curatorbot-making";
    private const string Lock = ".curatorbot-backup.lock";

    /// <param name="target">The archive, which must not be there yet.</param>
    /// <exception cref="DamagedDatabase">The database is damaged; no archive was made.</exception>
    /// <exception cref="BackupFailure">It did not come about; nothing is left of it.</exception>
    public async Task<BackupMade> Make(string target, CancellationToken cancellation = default)
    {
        var (began, folder) = (time.Elapsed, Path.GetDirectoryName(Path.GetFullPath(target))!);
        if (File.Exists(target))
            throw new BackupFailure($"{target} is there already.");
        if (!File.Exists(place.Database))
            throw new BackupFailure($"There is no database {place.Database}.");
        PrivateFiles.CreateFolder(folder);
        using var alone = TakeAlone(folder);
        var scratch = Path.Combine(folder, Making);
        try
        {
            PrivateFiles.CreateFresh(scratch);
            PrivateFiles.NeedSpace(folder, SizeNeeded(), "the backup");
            var made = await Build(scratch, cancellation);
            File.Move(made.Path, target);
            return made with { Path = target, Took = time.Elapsed - began };
        }
        finally
        {
            PrivateFiles.Remove(scratch);
        }
    }

    private async Task<BackupMade> Build(string scratch, CancellationToken cancellation)
    {
        var (copy, compact) = (Path.Combine(scratch, "copy.db"), Path.Combine(scratch, DataParts.Database));
        var exam = await CopyDatabase(copy, cancellation);
        SqliteFile.Compact(copy, compact);
        File.Delete(copy);
        var archive = Path.Combine(scratch, "archive.zip");
        var manifest = Write(archive, compact, exam, cancellation);
        File.Delete(compact);
        await Check(archive, scratch, exam, cancellation);
        return new BackupMade(
            archive,
            new FileInfo(archive).Length,
            manifest.Files.Count,
            manifest.Missing,
            exam.Dangling,
            exam.AuditHead,
            TimeSpan.Zero
        );
    }

    /// <summary>
    /// A file of which the copy speaks may have been removed just after; then a newer copy speaks of it no more.
    /// </summary>
    private async Task<DatabaseExam> CopyDatabase(string copy, CancellationToken cancellation)
    {
        for (var isSecond = false; ; isSecond = true)
        {
            File.Delete(copy);
            SqliteFile.Copy(place.Database, copy);
            var exam = await Examine(copy, cancellation);
            if (isSecond || exam.Files.All(name => File.Exists(Path.Combine(place.Directory, name))))
                return exam;
        }
    }

    /// <summary>The copy itself keeps its schema: what is brought to the newest is a copy of the copy.</summary>
    private static async Task<DatabaseExam> Examine(string copy, CancellationToken cancellation)
    {
        var looked = $"{copy}.looked";
        SqliteFile.Copy(copy, looked);
        try
        {
            return await DatabaseExam.Of(looked, cancellation);
        }
        finally
        {
            File.Delete(looked);
        }
    }

    private BackupManifest Write(
        string archive,
        string copy,
        DatabaseExam exam,
        CancellationToken cancellation
    )
    {
        using var file = PrivateFiles.Create(archive);
        BackupManifest manifest;
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            var files = new List<BackedUpFile> { Add(zip, DataParts.Database, copy) };
            foreach (var name in DataParts.In(place.Directory))
            {
                cancellation.ThrowIfCancellationRequested();
                if (AddSmall(zip, name) is { } added)
                    files.Add(added);
            }
            manifest = new BackupManifest(
                BackupManifest.Current,
                place.Version,
                exam.Schema,
                time.Now,
                exam.AuditHead,
                exam.Rows,
                files,
                [.. exam.Files.Except(files.Select(one => one.Path)).Order(StringComparer.Ordinal)]
            );
            using var entry = zip.CreateEntry(BackupManifest.Name).Open();
            manifest.Write(entry);
        }
        file.Flush(flushToDisk: true);
        return manifest;
    }

    private static BackedUpFile Add(ZipArchive zip, string name, string path)
    {
        using var source = File.OpenRead(path);
        using (var entry = zip.CreateEntry(name).Open())
            source.CopyTo(entry);
        source.Position = 0;
        return new BackedUpFile(name, source.Length, Convert.ToHexStringLower(SHA256.HashData(source)));
    }

    /// <summary>Null when it was removed meanwhile, or is not what lay there: a kept file bears its hash as its name.</summary>
    private BackedUpFile? AddSmall(ZipArchive zip, string name)
    {
        byte[] content;
        try
        {
            content = File.ReadAllBytes(Path.Combine(place.Directory, name));
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        var hash = Convert.ToHexStringLower(SHA256.HashData(content));
        if (DataParts.IsNamedByHash(name) && Path.GetFileName(name) != hash)
            return null;
        // Photos and documents are packed already.
        var packing = DataParts.IsNamedByHash(name)
            ? CompressionLevel.NoCompression
            : CompressionLevel.Optimal;
        using var entry = zip.CreateEntry(name, packing).Open();
        entry.Write(content);
        return new BackedUpFile(name, content.LongLength, hash);
    }

    /// <summary>Reads the archive as a restore does.</summary>
    private static async Task Check(
        string archive,
        string scratch,
        DatabaseExam before,
        CancellationToken cancellation
    )
    {
        var database = Path.Combine(scratch, "again.db");
        using (var read = BackupArchive.Open(archive))
            read.ReadAll(
                name => name == DataParts.Database ? PrivateFiles.Create(database) : null,
                cancellation
            );
        var after = await DatabaseExam.Of(database, cancellation);
        if (
            after.Schema != before.Schema
            || after.AuditHead != before.AuditHead
            || !after.Files.SetEquals(before.Files)
        )
            throw new BackupFailure("The archive, read again, is not what was written.");
    }

    /// <summary>The copy twice, the archive, and the database out of it again.</summary>
    private long SizeNeeded() =>
        4 * new FileInfo(place.Database).Length
        + DataParts.In(place.Directory).Sum(name => SizeOf(Path.Combine(place.Directory, name)));

    private static long SizeOf(string path) => new FileInfo(path) is { Exists: true } file ? file.Length : 0;

    /// <summary>Ends with the process, so that a kill holds up nobody.</summary>
    private static FileStream TakeAlone(string folder)
    {
        try
        {
            return new FileStream(
                Path.Combine(folder, Lock),
                FileMode.OpenOrCreate,
                FileAccess.ReadWrite,
                FileShare.None
            );
        }
        catch (IOException error)
        {
            throw new BackupFailure($"Another backup is being made in {folder}: {error.Message}", error);
        }
    }
}
