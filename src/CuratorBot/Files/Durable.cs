using System.Runtime.InteropServices;
using System.Text;

namespace CuratorBot.Files;

/// <summary>Makes files and their names outlive a power cut.</summary>
public static class Durable
{
    /// <summary>
    /// What was created in a folder, moved into it or removed from it. Where a system keeps names by itself, or a folder
    /// cannot be asked to, nothing happens.
    /// </summary>
    public static void KeepNames(string folder)
    {
        if (OperatingSystem.IsWindows())
            return;
        var opened = OpenFolder(Encoding.UTF8.GetBytes($"{folder}\0"), ReadOnly);
        if (opened < 0)
            return;
        _ = Sync(opened);
        _ = Close(opened);
    }

    /// <summary>Everything below a folder, and its own name.</summary>
    /// <exception cref="IOException">The disk is full or failed.</exception>
    public static void KeepAll(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            using var content = new FileStream(
                file,
                FileMode.Open,
                FileAccess.ReadWrite,
                FileShare.ReadWrite
            );
            content.Flush(flushToDisk: true);
        }
        foreach (var below in Directory.EnumerateDirectories(folder, "*", SearchOption.AllDirectories))
            KeepNames(below);
        KeepNames(folder);
        KeepNames(Path.GetDirectoryName(Path.GetFullPath(folder))!);
    }

    private const int ReadOnly = 0;

    [DllImport("libc", EntryPoint = "open")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int OpenFolder(byte[] path, int flags);

    [DllImport("libc", EntryPoint = "fsync")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Sync(int file);

    [DllImport("libc", EntryPoint = "close")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Close(int file);
}
