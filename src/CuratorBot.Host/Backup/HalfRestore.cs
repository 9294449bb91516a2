using CuratorBot.Host.CommandLine;
using CuratorBot.Host.Database.Locks;

namespace CuratorBot.Host.Backup;

/// <summary>What a restore that was killed leaves to whoever comes next.</summary>
internal static class HalfRestore
{
    /// <summary>For the bot that starts, and holds its lock.</summary>
    public static async Task Finish(DataLocks locks, string directory)
    {
        using var alone = RestoreJournal.IsPending(directory)
            ? await locks.Take(DataUse.Command, "the bot, which ends a restore")
            : null;
        RestoreJournal.Finish(directory);
    }

    /// <summary>For commands, which may run beside the bot.</summary>
    /// <exception cref="RefusedException">The data are half the old and half the new.</exception>
    public static void Refuse(string directory)
    {
        if (RestoreJournal.IsPending(directory))
            throw new RefusedException(
                ExitCodes.BadData,
                $"A restore of {directory} was killed half-way. Start the bot, which carries it to its end, or run restore again."
            );
    }
}
