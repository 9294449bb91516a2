using System.Runtime.InteropServices;
using CuratorBot.Host.CommandLine;

namespace CuratorBot.Host.Configuration;

/// <summary>Keeps what the bot knows from the other users of the machine: directories 0700, files 0600.</summary>
public static class OwnerOnly
{
    private const UnixFileMode Owner =
        UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private const int EverybodyElse = 0b_000_111_111;

    /// <summary>For all that this process creates, also through SQLite.</summary>
    public static void FromNowOn()
    {
        if (!OperatingSystem.IsWindows())
            _ = SetUmask(EverybodyElse);
    }

    /// <summary>Makes the directory when it is not there, and takes from others what they could read in it so far.</summary>
    /// <exception cref="RefusedException">It cannot be made.</exception>
    public static void OpenDirectory(string path)
    {
        try
        {
            Directory.CreateDirectory(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new RefusedException(
                ExitCodes.BadData,
                $"The data directory cannot be made: {error.Message}",
                error
            );
        }
        // Such as /tmp: it is not ours alone.
        if (OperatingSystem.IsWindows() || File.GetUnixFileMode(path).HasFlag(UnixFileMode.StickyBit))
            return;
        foreach (var entry in Directory.EnumerateFileSystemEntries(path))
            HideFromOthers(entry);
        HideFromOthers(path);
    }

    /// <summary>Takes all rights on a file or a directory from everybody but its owner.</summary>
    public static void HideFromOthers(string path)
    {
        if (OperatingSystem.IsWindows() || new FileInfo(path).LinkTarget is not null)
            return;
        var mode = File.GetUnixFileMode(path);
        if ((mode & Owner) == mode)
            return;
        try
        {
            File.SetUnixFileMode(path, mode & Owner);
        }
        catch (UnauthorizedAccessException)
        {
            // It belongs to another user, who decides: a directory that root made, a calendar that root put there.
        }
    }

    [DllImport("libc", EntryPoint = "umask")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SetUmask(int mask);
}
