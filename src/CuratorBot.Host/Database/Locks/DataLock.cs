namespace CuratorBot.Host.Database.Locks;

/// <summary>What somebody may do to the data directory while nobody else may.</summary>
[Flags]
public enum DataUse
{
    None = 0,

    /// <summary>Running the bot: one process alone.</summary>
    Bot = 1,

    /// <summary>
    /// One command of the operator at a time, beside the bot if it runs. Two processes that write in turn are safe:
    /// each writes in transactions, SQLite lets one write at a time (<c>busy_timeout</c> makes the other wait), and
    /// the bot asks the database's revision before it trusts what it keeps in memory.
    /// </summary>
    Command = 2,

    /// <summary>Changing the database as a whole, as a migration or a restore does: beside nobody.</summary>
    Everything = Bot | Command,
}

/// <summary>What was taken of <see cref="DataLocks"/>; given back when it is disposed, or when the process ends.</summary>
public sealed class DataLock : IDisposable
{
    private readonly IReadOnlyList<LockFile> _files;
    private bool _givenBack;

    internal DataLock(IReadOnlyList<LockFile> files) => _files = files;

    public void Dispose()
    {
        if (_givenBack)
            return;
        _givenBack = true;
        foreach (var file in _files)
            file.Dispose();
    }
}
