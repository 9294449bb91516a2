using System.Security.Cryptography;

namespace CuratorBot.Files;

/// <summary>
/// Files under the data directory, each under the SHA-256 of its content. A file is written beside its place
/// and moved there when it is whole, so that nobody ever reads half of one. Safe for concurrent use.
/// </summary>
/// <param name="directory">The data directory; <see cref="StoredFile.Path"/> begins below it.</param>
public sealed class FileStore(string directory)
{
    public static readonly TimeSpan BriefTime = TimeSpan.FromDays(2);

    private const string Root = "files";
    private const string Arriving = $"{Root}/arriving";
    private const string Brief = $"{Root}/brief";
    public const string Kept = $"{Root}/kept";

    private readonly Lock _counting = new();
    private long? _keptBytes;

    /// <summary>How much the files that are kept for good take. Counted once, then only what is added and removed.</summary>
    public long KeptBytes
    {
        get
        {
            lock (_counting)
                return _keptBytes ??= FilesIn(Kept).Sum(file => file.Length);
        }
    }

    /// <param name="write">Writes the content; false when it did not come to the end, and nothing is kept.</param>
    /// <returns>Null when <paramref name="write"/> said false.</returns>
    /// <exception cref="IOException">The disk is full or failed; nothing is kept.</exception>
    public async Task<StoredFile?> Fill(Keeping keeping, Func<Stream, Task<bool>> write)
    {
        Directory.CreateDirectory(Absolute(Arriving));
        var temporary = Path.Combine(Absolute(Arriving), Path.GetRandomFileName());
        try
        {
            if (await WriteWhole(temporary, keeping, write) is not { } stored)
                return null;
            var target = Absolute(stored.Path);
            var folder = Path.GetDirectoryName(target)!;
            var isNew = !Directory.Exists(folder);
            Directory.CreateDirectory(folder);
            Count(stored.Path, target, () => File.Move(temporary, target, overwrite: true));
            if (keeping != Keeping.Briefly)
                KeepNames(folder, isNew);
            return stored;
        }
        finally
        {
            File.Delete(temporary); // nothing is there once it was moved
        }
    }

    /// <summary>What a report will speak of must not lose its name in a power cut.</summary>
    private void KeepNames(string folder, bool isNew)
    {
        Durable.KeepNames(folder);
        if (!isNew)
            return;
        Durable.KeepNames(Absolute(Kept));
        Durable.KeepNames(Absolute(Root));
        Durable.KeepNames(Absolute("."));
    }

    public async Task<StoredFile> Add(Keeping keeping, ReadOnlyMemory<byte> content) =>
        (
            await Fill(
                keeping,
                async target =>
                {
                    await target.WriteAsync(content);
                    return true;
                }
            )
        )!;

    /// <summary>Whether a path may be of this store.</summary>
    public bool IsInside(string path) =>
        Absolute(path).StartsWith(Absolute(Root) + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    /// <summary>Whether the file is still there.</summary>
    /// <param name="path">As <see cref="StoredFile.Path"/> says it.</param>
    public bool Has(string path) => IsInside(path) && File.Exists(Absolute(path));

    /// <summary>For reading; null when there is no such file any more.</summary>
    /// <param name="path">As <see cref="StoredFile.Path"/> says it.</param>
    public FileStream? Open(string path)
    {
        var file = Absolute(path);
        if (!IsInside(path))
            throw new ArgumentException("The path leads out of the store.", nameof(path));
        return File.Exists(file) ? File.OpenRead(file) : null;
    }

    /// <summary>
    /// What an earlier run had begun to write. Only the one process that fetches may call this, and only
    /// before it begins.
    /// </summary>
    public void RemoveUnfinished()
    {
        foreach (var file in FilesIn(Arriving))
            file.Delete();
    }

    /// <summary>Gone for good; nothing happens when it is gone already.</summary>
    public void Remove(string path) => Count(path, Absolute(path), () => File.Delete(Absolute(path)));

    /// <summary>The kept files that are older than that.</summary>
    public IEnumerable<string> KeptBefore(DateTimeOffset then) =>
        FilesIn(Kept)
            .Where(file => file.LastWriteTimeUtc < then.UtcDateTime)
            .Select(file => $"{Kept}/{file.Name[..2]}/{file.Name}");

    /// <summary>Brief files whose time is over.</summary>
    public void RemoveBrief(DateTimeOffset now)
    {
        foreach (
            var file in FilesIn(Brief).Where(file => file.LastWriteTimeUtc < (now - BriefTime).UtcDateTime)
        )
            file.Delete();
    }

    /// <summary>A brief file before its time; a file that is kept for good stays.</summary>
    public void RemoveIfBrief(string path)
    {
        if (path.StartsWith($"{Brief}/", StringComparison.Ordinal))
            File.Delete(Absolute(path));
    }

    /// <summary>Does something with a file and notes how much more or less it then takes.</summary>
    private void Count(string path, string file, Action change)
    {
        lock (_counting)
        {
            var before = LengthOf(file);
            change();
            if (path.StartsWith($"{Kept}/", StringComparison.Ordinal))
                _keptBytes += LengthOf(file) - before;
        }
    }

    private static long LengthOf(string file) =>
        new FileInfo(file) is { Exists: true, Length: var length } ? length : 0;

    private static async Task<StoredFile?> WriteWhole(
        string temporary,
        Keeping keeping,
        Func<Stream, Task<bool>> write
    )
    {
        await using var file = new FileStream(temporary, FileMode.CreateNew, FileAccess.ReadWrite);
        if (!await write(file))
            return null;
        await file.FlushAsync();
        file.Flush(flushToDisk: true);
        file.Position = 0;
        var hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(file));
        var folder = keeping == Keeping.Briefly ? Brief : Kept;
        return new StoredFile($"{folder}/{hash[..2]}/{hash}", hash, file.Length);
    }

    private IEnumerable<FileInfo> FilesIn(string folder)
    {
        var found = new DirectoryInfo(Absolute(folder));
        return found.Exists ? found.EnumerateFiles("*", SearchOption.AllDirectories) : [];
    }

    private string Absolute(string path) => Path.GetFullPath(Path.Combine(directory, path));
}
