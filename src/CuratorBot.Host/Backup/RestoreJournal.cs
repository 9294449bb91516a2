using System.Globalization;
using System.Text.Json;
using CuratorBot.Files;
using CuratorBot.Messaging;

namespace CuratorBot.Host.Backup;

/// <summary>
/// What a restore has decided. From the moment that this is on disk the new data count, and whoever comes next carries
/// it to its end; before, the old ones do. So a kill leaves the one or the other, never a mixture.
/// </summary>
/// <param name="Old">Names in the data directory that are moved aside.</param>
/// <param name="New">Names in the staging folder that take their place.</param>
internal sealed record RestoreJournal(string Aside, IReadOnlyList<string> Old, IReadOnlyList<string> New)
{
    private const string Name = ".restore.json";
    private const string AsideBefore = "before-restore-";
    private const string Stamp = "yyyyMMdd-HHmmss";

    /// <summary>Where the new data are unpacked, on the same disk.</summary>
    public static string StagingIn(string directory) => Path.Combine(directory, ".restoring");

    /// <summary>A name that nothing bears yet.</summary>
    public static string AsideIn(string directory, DateTimeOffset now)
    {
        for (; ; now += TimeSpan.FromSeconds(1))
        {
            var name = AsideBefore + now.UtcDateTime.ToString(Stamp, CultureInfo.InvariantCulture);
            if (!Path.Exists(Path.Combine(directory, name)))
                return name;
        }
    }

    public static bool IsPending(string directory) => File.Exists(Path.Combine(directory, Name));

    /// <summary>Carries a decided restore to its end, and throws an undecided one away. Nobody else may use the data.</summary>
    public static void Finish(string directory, FailPoints? failPoints = null)
    {
        if (IsPending(directory))
        {
            var journal = JsonSerializer.Deserialize<RestoreJournal>(
                File.ReadAllText(Path.Combine(directory, Name))
            )!;
            journal.MoveAside(directory, failPoints);
            journal.MoveIn(directory, failPoints);
            Durable.KeepNames(directory);
            File.Delete(Path.Combine(directory, Name));
        }
        PrivateFiles.Remove(StagingIn(directory));
    }

    /// <summary>Decides it, and carries it out.</summary>
    /// <exception cref="BackupFailure">What was there cannot be moved; it is as it was.</exception>
    public void CarryOut(string directory, FailPoints failPoints)
    {
        if (Old.Count > 0)
            PrivateFiles.CreateFolder(Path.Combine(directory, Aside));
        Decide(directory);
        failPoints.Pass(Restore.Decided);
        try
        {
            MoveAside(directory, failPoints);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            MoveBack(directory);
            throw new BackupFailure(
                $"Nothing was restored: what is there cannot be moved aside: {error.Message}",
                error
            );
        }
        Finish(directory, failPoints);
    }

    /// <summary>What earlier restores moved aside holds personal data, too.</summary>
    public static void RemoveAsideOlderThan(string directory, TimeSpan term, DateTimeOffset now)
    {
        foreach (var folder in Directory.EnumerateDirectories(directory, $"{AsideBefore}*"))
            if (
                DateTimeOffset.TryParseExact(
                    Path.GetFileName(folder)[AsideBefore.Length..],
                    Stamp,
                    CultureInfo.InvariantCulture,
                    DateTimeStyles.AssumeUniversal,
                    out var at
                )
                && at < now - term
            )
                PrivateFiles.Remove(folder);
    }

    private void Decide(string directory)
    {
        var draft = Path.Combine(directory, $"{Name}.new");
        File.Delete(draft);
        using (var file = PrivateFiles.Create(draft))
        {
            JsonSerializer.Serialize(file, this);
            file.Flush(flushToDisk: true);
        }
        File.Move(draft, Path.Combine(directory, Name));
        Durable.KeepNames(directory);
    }

    private void MoveAside(string directory, FailPoints? failPoints)
    {
        foreach (var name in Old)
        {
            var aside = Path.Combine(directory, Aside, name);
            if (!Path.Exists(aside))
                Move(Path.Combine(directory, name), aside);
            failPoints?.Pass(Restore.MovedAside);
        }
    }

    private void MoveIn(string directory, FailPoints? failPoints)
    {
        foreach (var name in New)
        {
            var staged = Path.Combine(StagingIn(directory), name);
            if (Path.Exists(staged))
                Move(staged, Path.Combine(directory, name));
            failPoints?.Pass(Restore.MovedIn);
        }
    }

    private void MoveBack(string directory)
    {
        foreach (var name in Old)
            if (Path.Combine(directory, Aside, name) is var aside && Path.Exists(aside))
                Move(aside, Path.Combine(directory, name));
        File.Delete(Path.Combine(directory, Name));
        Directory.Delete(Path.Combine(directory, Aside));
    }

    private static void Move(string from, string to)
    {
        if (Directory.Exists(from))
            Directory.Move(from, to);
        else
            File.Move(from, to);
    }
}
