using CuratorBot.Data;

namespace CuratorBot.Host.Backup;

/// <summary>A backup or a restore did not come about; the message is a sentence for the operator.</summary>
public class BackupFailure : Exception
{
    public BackupFailure() { }

    public BackupFailure(string message)
        : base(message) { }

    public BackupFailure(string message, Exception inner)
        : base(message, inner) { }

    /// <summary>Of storage, or of an archive that cannot be read: told to the operator, never thrown further.</summary>
    public static bool Explains(Exception error) =>
        error
            is BackupFailure
                or IOException
                or UnauthorizedAccessException
                or InvalidDataException
                or Microsoft.Data.Sqlite.SqliteException
                or StorageException;
}

/// <summary>The database itself is damaged, so there is nothing worth keeping of it.</summary>
public sealed class DamagedDatabase : BackupFailure
{
    public DamagedDatabase() { }

    public DamagedDatabase(string message)
        : base(message) { }

    public DamagedDatabase(string message, Exception inner)
        : base(message, inner) { }
}
