using CuratorBot.Data;
using CuratorBot.Host.CommandLine;
using CuratorBot.Host.Configuration;

namespace CuratorBot.Host.Database.Locks;

/// <summary>
/// Who may use the data directory, and the directory of the database when that lies elsewhere. What was taken is
/// given back at the latest when the application is disposed, after everything that was made later.
/// </summary>
public sealed class DataLocks(HostSettings settings, RealTime time, ILogger<DataLocks> log) : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    private static readonly (DataUse Use, string File)[] Files =
    [
        (DataUse.Bot, "bot.lock"),
        (DataUse.Command, "command.lock"),
    ];

    private readonly List<DataLock> _taken = [];

    /// <summary>Waits until nobody else has any of it, at most <see cref="HostSettings.WaitForOther"/>.</summary>
    /// <param name="who">For whoever is refused meanwhile: «the bot», «import-schools».</param>
    /// <param name="patience">Another bound; zero asks once.</param>
    /// <exception cref="RefusedException">Somebody else still has it, or nobody can lock there.</exception>
    public async Task<DataLock> Take(
        DataUse use,
        string who,
        TimeSpan? patience = null,
        CancellationToken cancellation = default
    )
    {
        var until = time.Elapsed + (patience ?? settings.WaitForOther);
        for (var waits = false; ; waits = true)
        {
            if (TryTake(use, who, out var holder) is { } taken)
                return taken;
            if (time.Elapsed >= until)
                throw Held(holder);
            if (!waits)
                log.LogWarning("{Who} waits: {Holder}.", who, Words(holder));
            await time.Delay(Pause, cancellation);
        }
    }

    public void Dispose()
    {
        foreach (var taken in _taken)
            taken.Dispose();
    }

    /// <summary>All of it or nothing: whoever waits holds nothing of what it waits for.</summary>
    private DataLock? TryTake(DataUse use, string who, out LockHolder? holder)
    {
        var (files, me) = (new List<LockFile>(), LockHolder.Me(who, time));
        holder = null;
        foreach (var path in PathsOf(use))
        {
            if (LockFile.TryTake(path, me) is { } file)
            {
                files.Add(file);
                continue;
            }
            holder = LockFile.HolderOf(path);
            files.ForEach(taken => taken.Dispose());
            return null;
        }
        var all = new DataLock(files);
        _taken.Add(all);
        return all;
    }

    private IEnumerable<string> PathsOf(DataUse use) =>
        from lockFile in Files
        where use.HasFlag(lockFile.Use)
        from directory in Directories()
        select Path.Combine(directory, lockFile.File);

    private IEnumerable<string> Directories()
    {
        var database = DatabasePlace.Of(settings.ConnectionString).Directory;
        return database == settings.DataDirectory
            ? [settings.DataDirectory]
            : [settings.DataDirectory, database];
    }

    private RefusedException Held(LockHolder? holder) =>
        new(ExitCodes.Held, $"{Words(holder)}. Stop it first, or wait until it is done.");

    private string Words(LockHolder? holder) =>
        $"{settings.DataDirectory} is held by {holder?.ToString() ?? "another process"}";
}
