using System.Globalization;
using CuratorBot.Condition;
using Humanizer;

namespace CuratorBot.Host.Database;

/// <param name="Free">Bytes that the bot may still use.</param>
/// <param name="Total">Bytes of the disk.</param>
internal sealed record DiskSpace(long Free, long Total)
{
    private const long Megabyte = 1 << 20;
    private const double LowShare = 0.15;
    private const long LowBytes = 500 * Megabyte;

    /// <summary>Hardly enough for the write-ahead log and a few files; on a tiny disk a twentieth.</summary>
    private const long NearlyNone = 64 * Megabyte;
    private const double NearlyNoneShare = 0.05;

    public static DiskSpace Of(string directory)
    {
        var disk = new DriveInfo(directory);
        return new DiskSpace(disk.AvailableFreeSpace, disk.TotalSize);
    }

    /// <summary>Null while there is enough.</summary>
    public Severity? Trouble =>
        Free < Math.Min(NearlyNone, Total * NearlyNoneShare) ? Severity.NeedsPerson
        : Free < LowBytes || Free < Total * LowShare ? Severity.Passing
        : null;

    public override string ToString() => $"{InWords(Free)} of {InWords(Total)} are free";

    private static string InWords(long bytes) => bytes.Bytes().Humanize("0.#", CultureInfo.InvariantCulture);
}
