namespace CuratorBot.Host.Backup;

/// <summary>Files and folders that only the bot's own account can read: they hold all that is known of people.</summary>
internal static class PrivateFiles
{
    public static FileStream Create(string path)
    {
        var how = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite };
        if (!OperatingSystem.IsWindows())
            how.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new FileStream(path, how);
    }

    public static void CreateFolder(string path)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(path);
        else
            Directory.CreateDirectory(
                path,
                UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
            );
    }

    /// <summary>An empty folder, whatever was there.</summary>
    public static void CreateFresh(string path)
    {
        Remove(path);
        CreateFolder(path);
    }

    public static void Remove(string path)
    {
        if (Directory.Exists(path))
            Directory.Delete(path, recursive: true);
    }

    /// <exception cref="BackupFailure">There is less.</exception>
    public static void NeedSpace(string folder, long bytes, string whatFor)
    {
        var free = new DriveInfo(folder).AvailableFreeSpace;
        if (free < bytes + Margin)
            throw new BackupFailure(
                FormattableString.Invariant(
                    $"There is no place for {whatFor}: {Megabytes(bytes + Margin)} MB are needed in {folder}, {Megabytes(free)} MB are free."
                )
            );
    }

    /// <summary>What the bot itself needs meanwhile.</summary>
    private const long Margin = 64 * 1024 * 1024;

    private static long Megabytes(long bytes) => (bytes + (1 << 20) - 1) >> 20;
}
