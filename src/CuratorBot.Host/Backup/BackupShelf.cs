using System.Globalization;

namespace CuratorBot.Host.Backup;

/// <summary>The backups of one directory, by the time in their names. Files of other names are not ours.</summary>
public sealed class BackupShelf(string directory)
{
    private const string Before = "curatorbot-";
    private const string After = ".zip";
    private const string Stamp = "yyyyMMdd-HHmmss";

    /// <summary>A clock that is a little ahead of another.</summary>
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    public static string PathIn(string directory, DateTimeOffset now) =>
        Path.Combine(
            directory,
            string.Create(CultureInfo.InvariantCulture, $"{Before}{now.UtcDateTime:yyyyMMdd-HHmmss}{After}")
        );

    /// <summary>The next one's path.</summary>
    public string PathFor(DateTimeOffset now) => PathIn(directory, now);

    /// <summary>The newest; one that a wrong clock has dated in the future does not count.</summary>
    public (string Path, DateTimeOffset At)? Newest(DateTimeOffset now) =>
        Until(now) is [.., var newest] ? newest : null;

    /// <summary>Deletes all but the newest so many.</summary>
    public void KeepNewest(int count, DateTimeOffset now)
    {
        foreach (var (path, _) in Until(now).SkipLast(count))
            File.Delete(path);
    }

    /// <summary>Deletes what is past its term, but never the newest.</summary>
    public void RemoveOlderThan(TimeSpan term, DateTimeOffset now)
    {
        foreach (var (path, at) in Until(now).SkipLast(1))
            if (at < now - term)
                File.Delete(path);
    }

    private List<(string Path, DateTimeOffset At)> Until(DateTimeOffset now) =>
        [.. All().Where(one => one.At <= now + Tolerance)];

    private List<(string Path, DateTimeOffset At)> All() =>
        Directory.Exists(directory)
            ?
            [
                .. Directory
                    .EnumerateFiles(directory, $"{Before}*{After}")
                    .Select(path => (path, At: TimeIn(Path.GetFileName(path))))
                    .Where(one => one.At is not null)
                    .Select(one => (one.path, one.At!.Value))
                    .OrderBy(one => one.Value),
            ]
            : [];

    private static DateTimeOffset? TimeIn(string name) =>
        DateTimeOffset.TryParseExact(
            name[Before.Length..^After.Length],
            Stamp,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal,
            out var at
        )
            ? at
            : null;
}
