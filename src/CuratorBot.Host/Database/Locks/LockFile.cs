using CuratorBot.Host.CommandLine;

namespace CuratorBot.Host.Database.Locks;

/// <summary>
/// One lock of the operating system on one file: it lies on the file and not on its name, so another path, a symbolic
/// link or another container meets the same lock; and it ends with the process, however that ends. The file stays:
/// to delete it would let two processes lock two files of one name.
/// </summary>
internal sealed class LockFile : IDisposable
{
    private const int WouldBlockOnLinux = 11;
    private const int WouldBlockOnMac = 35;
    private const int SharingViolationOnWindows = unchecked((int)0x80070020);

    private readonly FileStream? _file;
    private readonly string _holderFile;

    private LockFile(FileStream? file, string holderFile) => (_file, _holderFile) = (file, holderFile);

    /// <returns>Null when another process has it.</returns>
    /// <exception cref="RefusedException">Nobody can hold a lock here.</exception>
    public static LockFile? TryTake(string path, LockHolder me)
    {
        try
        {
            return Take(path, me);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new RefusedException(
                ExitCodes.BadData,
                $"{Path.GetDirectoryName(path)} cannot be written: {error.Message}",
                error
            );
        }
    }

    public static LockHolder? HolderOf(string path) => LockHolder.Read(HolderFile(path));

    public void Dispose()
    {
        if (_file is null)
            return; // it is held by this process already, and given back by whoever took it
        File.Delete(_holderFile);
        _file.Dispose();
    }

    private static LockFile? Take(string path, LockHolder me)
    {
        if (Open(path) is not { } file)
            return HolderOf(path) is { IsThisProcess: true } ? new LockFile(null, HolderFile(path)) : null;
        using (var second = Open(path))
        {
            if (second is not null)
                throw NoLocks(path);
        }
        me.Write(HolderFile(path));
        return new LockFile(file, HolderFile(path));
    }

    private static string HolderFile(string path) => $"{path}.json";

    private static FileStream? Open(string path)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException error)
            when (error.HResult is WouldBlockOnLinux or WouldBlockOnMac or SharingViolationOnWindows)
        {
            return null;
        }
    }

    private static RefusedException NoLocks(string path) =>
        new(
            ExitCodes.BadData,
            $"{Path.GetDirectoryName(path)} lies on a file system without file locks, or they are switched off "
                + "(DOTNET_SYSTEM_IO_DISABLEFILELOCKING). Keep the data on a disk of this machine."
        );
}
