using System.IO.Compression;
using System.Security.Cryptography;

namespace CuratorBot.Host.Backup;

/// <summary>
/// An archive that is read, by whomever it was made. Nothing of it is believed: only names that a backup can hold, of
/// each not more than the manifest says, and every hash is compared.
/// </summary>
internal sealed class BackupArchive : IDisposable
{
    private const int LargestManifest = 64 * 1024 * 1024;

    private readonly ZipArchive _zip;

    private BackupArchive(ZipArchive zip, BackupManifest manifest) => (_zip, Manifest) = (zip, manifest);

    public BackupManifest Manifest { get; }
    public long Size => Manifest.Files.Sum(file => file.Size);

    /// <exception cref="BackupFailure">It is no archive of ours, or of a later version.</exception>
    public static BackupArchive Open(string path)
    {
        ZipArchive? zip = null;
        try
        {
            zip = ZipFile.OpenRead(path);
            var manifest = BackupManifest.Read(ManifestIn(zip));
            RefuseForeign(zip, manifest);
            return new BackupArchive(zip, manifest);
        }
        catch (InvalidDataException error)
        {
            zip?.Dispose();
            throw new BackupFailure($"{path} is damaged or no archive: {error.Message}", error);
        }
        catch (BackupFailure)
        {
            zip?.Dispose();
            throw;
        }
    }

    /// <summary>Reads all of it; what <paramref name="takes"/> opens a file for is written there too.</summary>
    /// <param name="takes">Called with each name; null where it is only to be compared.</param>
    /// <exception cref="BackupFailure">A file is not what the manifest says.</exception>
    public void ReadAll(Func<string, Stream?> takes, CancellationToken cancellation)
    {
        foreach (var file in Manifest.Files)
        {
            cancellation.ThrowIfCancellationRequested();
            using var target = takes(file.Path);
            try
            {
                Read(file, target);
            }
            catch (InvalidDataException error)
            {
                throw new BackupFailure($"{file.Path} in the archive is damaged.", error);
            }
        }
    }

    public void Dispose() => _zip.Dispose();

    private void Read(BackedUpFile file, Stream? target)
    {
        using var source = _zip.GetEntry(file.Path)!.Open();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var (buffer, left) = (new byte[128 * 1024], file.Size);
        for (int read; (read = source.Read(buffer)) > 0; left -= read)
        {
            if (read > left)
                throw new BackupFailure($"{file.Path} in the archive is larger than its manifest says.");
            hash.AppendData(buffer, 0, read);
            target?.Write(buffer, 0, read);
        }
        if (left != 0 || Convert.ToHexStringLower(hash.GetHashAndReset()) != file.Sha256)
            throw new BackupFailure($"{file.Path} in the archive is not what its manifest says.");
    }

    private static byte[] ManifestIn(ZipArchive zip)
    {
        using var source = (
            zip.GetEntry(BackupManifest.Name)
            ?? throw new BackupFailure("This is no backup of the bot: it has no manifest.")
        ).Open();
        var content = new MemoryStream();
        var buffer = new byte[64 * 1024];
        for (int read; (read = source.Read(buffer)) > 0; content.Write(buffer, 0, read))
            if (content.Length + read > LargestManifest)
                throw new BackupFailure("The archive's manifest is too large to be one.");
        return content.ToArray();
    }

    private static void RefuseForeign(ZipArchive zip, BackupManifest manifest)
    {
        if (manifest.Format > BackupManifest.Current)
            throw new BackupFailure(
                $"The archive is of a newer version ({manifest.Version}); restore it with that one."
            );
        if (manifest.Files.Any(file => file is null))
            throw new BackupFailure("The archive's manifest cannot be right.");
        var (said, held) = (
            manifest.Files.Select(file => file.Path).ToList(),
            zip.Entries.Select(entry => entry.FullName).Where(name => name != BackupManifest.Name).ToList()
        );
        if (said.Find(name => !DataParts.MayHold(name)) is { } foreign)
            throw new BackupFailure($"The archive holds «{foreign}», which no backup holds.");
        if (!said.Contains(DataParts.Database))
            throw new BackupFailure("The archive holds no database.");
        if (!said.Order(StringComparer.Ordinal).SequenceEqual(held.Order(StringComparer.Ordinal)))
            throw new BackupFailure("The archive does not hold what its manifest says.");
        if (said.Distinct(StringComparer.Ordinal).Count() != said.Count || manifest.Files.Any(IsImpossible))
            throw new BackupFailure("The archive's manifest cannot be right.");
    }

    private static bool IsImpossible(BackedUpFile file) =>
        file.Size < 0
        || DataParts.IsNamedByHash(file.Path)
            && !file.Path.EndsWith($"/{file.Sha256}", StringComparison.Ordinal);
}
