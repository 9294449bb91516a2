using System.Diagnostics;
using System.Globalization;

namespace CuratorBot.Host.Tests.Support;

/// <summary>
/// A folder on a disk of few megabytes, which a test fills and frees again. Where this process may mount (as
/// root, or by <c>sudo</c> without a password) it is a tmpfs of its own: what does not fit is refused as on any
/// full disk. Elsewhere it is a plain folder, and <see cref="Fill"/> takes from the hosts that run in it the
/// right to write beyond the length of the longest file that they write at its end (any but the database, which
/// is written from a log) and the room that is to be left, which <c>prlimit</c> needs no rights for; SQLite then
/// meets a failed write instead of a full disk, and a host that is started later is not limited before the disk
/// is filled again. No test is left out for want of rights.
/// </summary>
internal sealed class SmallDisk : IDisposable
{
    private const int Chunk = 4096;

    private readonly string _root;
    private readonly string[]? _mount;

    private SmallDisk(string root, string[]? mount)
    {
        (_root, _mount) = (root, mount);
        Folder = Directory.CreateDirectory(Path.Combine(root, "data")).FullName;
    }

    /// <summary>Where the data go.</summary>
    public string Folder { get; }

    /// <summary>False where the disk is imitated by a limit of the processes.</summary>
    public bool IsMounted => _mount is not null;

    public long FreeBytes => new DriveInfo(_root).AvailableFreeSpace;

    private string Ballast => Path.Combine(_root, "ballast");

    /// <param name="mayMount">False imitates the disk in any case.</param>
    public static SmallDisk Open(int megabytes = 32, bool mayMount = true)
    {
        var root = Directory.CreateTempSubdirectory("curatorbot-disk-").FullName;
        foreach (var asRoot in mayMount ? new string[][] { [], ["sudo", "-n"] } : [])
        {
            var options = $"size={megabytes}m,mode=0777";
            if (Succeeds([.. asRoot, "mount", "-t", "tmpfs", "-o", options, "tmpfs", root]))
                return new SmallDisk(root, asRoot);
        }
        return new SmallDisk(root, mount: null);
    }

    /// <summary>Takes all room but so much; with 0 not one page more fits.</summary>
    public void Fill(int leaveKilobytes = 0)
    {
        if (!IsMounted)
        {
            LimitFiles(Longest() + (leaveKilobytes * 1024L));
            return;
        }
        Free();
        using var ballast = File.Create(Ballast, bufferSize: 0);
        var wanted = FreeBytes - (leaveKilobytes * 1024L);
        try
        {
            for (var written = 0L; written < wanted; written += Chunk)
                ballast.Write(new byte[Chunk]);
        }
        catch (IOException)
        {
            // The host took the last of it in between: it is full all the same.
        }
    }

    /// <summary>There is room again.</summary>
    public void Free()
    {
        if (IsMounted)
            File.Delete(Ballast);
        else
            LimitFiles(null);
    }

    public void Dispose()
    {
        if (_mount is { } asRoot)
            Succeeds([.. asRoot, "umount", "-l", _root]);
        else
            LimitFiles(null);
        Directory.Delete(_root, recursive: true);
    }

    private long Longest() =>
        new DirectoryInfo(_root)
            .EnumerateFiles("*", SearchOption.AllDirectories)
            .Where(file => file.Extension != ".db")
            .Select(file => file.Length)
            .DefaultIfEmpty(1)
            .Max();

    private void LimitFiles(long? bytes)
    {
        var limit = bytes?.ToString(CultureInfo.InvariantCulture) ?? "unlimited";
        foreach (var process in Hosts())
            Succeeds(["prlimit", "--pid", process, $"--fsize={limit}:"]);
    }

    /// <summary>The processes, other than this, that hold a file of the folder open.</summary>
    private IEnumerable<string> Hosts() =>
        Directory
            .EnumerateDirectories("/proc")
            .Where(process =>
                int.TryParse(Path.GetFileName(process), out var id) && id != Environment.ProcessId
            )
            .Where(HoldsAFile)
            .Select(process => Path.GetFileName(process));

    private bool HoldsAFile(string process)
    {
        try
        {
            return new DirectoryInfo(Path.Combine(process, "fd"))
                .EnumerateFileSystemInfos()
                .Any(file => file.LinkTarget?.StartsWith(_root, StringComparison.Ordinal) == true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return false; // it has ended, or is another user's
        }
    }

    private static bool Succeeds(string[] command)
    {
        try
        {
            using var process = Process.Start(
                new ProcessStartInfo(command[0], command[1..])
                {
                    RedirectStandardError = true,
                    UseShellExecute = false,
                }
            )!;
            process.StandardError.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false; // no such program here
        }
    }
}
