using CuratorBot.Host.CommandLine;
using CuratorBot.Host.Configuration;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace CuratorBot.Host.Database.Sqlite;

/// <summary>
/// The file of the database before anybody works with it. Damage is refused and nothing is changed: no file that is
/// there is ever taken for a new database, and none is made while remains of one lie there.
/// </summary>
/// <remarks>
/// Only while this process has no connection to the database: SQLite's own locks on a file end as soon as any other
/// handle of the process on it is closed.
/// </remarks>
internal sealed class DatabaseFile(string connectionString)
{
    private const int DoNotCheckpointOnClose = 1006; // SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE
    private static readonly string[] Remains = ["-wal", "-shm", "-journal"];
    private static readonly byte[] Beginning = "SQLite format 3\0"u8.ToArray();

    public string Path { get; } = DatabasePlace.Of(connectionString).Path;

    /// <returns>False when there is none yet: the very first start.</returns>
    /// <exception cref="RefusedException">What lies there is no database of the bot.</exception>
    public bool Exists()
    {
        if (!File.Exists(Path))
        {
            var remains = Remains.Select(end => Path + end).FirstOrDefault(File.Exists);
            return remains is null
                ? false
                : throw Refused($"is missing, but {remains} of it is there", orBegin: $"{Path}*");
        }
        if (new FileInfo(Path).Length == 0)
            throw Refused("is empty (0 bytes)");
        try
        {
            return HasBeginning() ? true : throw Refused("is not a database");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw Refused($"cannot be read ({error.Message.TrimEnd('.')})", error);
        }
    }

    /// <summary>To look at: when it is closed, the files are as they were.</summary>
    /// <exception cref="RefusedException">It cannot be opened.</exception>
    public T Look<T>(Func<SqliteConnection, T> look)
    {
        try
        {
            using var connection = Open(Path, SqliteOpenMode.ReadWrite);
            raw.sqlite3_db_config(connection.Handle!, DoNotCheckpointOnClose, 1, out _);
            return look(connection);
        }
        catch (SqliteException error)
        {
            throw Refused($"cannot be read ({error.Message.TrimEnd('.')})", error);
        }
    }

    /// <summary>Changes the database that is there.</summary>
    public void Change(Action<SqliteConnection> change)
    {
        using var connection = Open(Path, SqliteOpenMode.ReadWrite);
        SqliteConnections.Prepare(connection);
        change(connection);
    }

    /// <summary>Makes the database beside its place and moves it there when it is whole.</summary>
    public void Create(Action<SqliteConnection> fill, Action whole)
    {
        var draft = $"{Path}.new";
        foreach (var end in Remains.Prepend(""))
            File.Delete(draft + end); // of a first start that was killed
        using (var connection = Open(draft, SqliteOpenMode.ReadWriteCreate))
        {
            SqliteConnections.Prepare(connection);
            fill(connection);
        }
        whole();
        if (File.Exists($"{draft}-wal"))
            throw new RefusedException(ExitCodes.BadData, $"{draft} could not be written to its end.");
        File.Move(draft, Path, overwrite: false);
    }

    public void HideFromOthers()
    {
        foreach (var end in Remains.Prepend("").Where(end => File.Exists(Path + end)))
            OwnerOnly.HideFromOthers(Path + end);
    }

    public RefusedException Refused(string what, Exception? cause = null, string? orBegin = null) =>
        new(
            ExitCodes.BadData,
            $"{Path} {what}. Nothing was changed. Restore a backup (command restore), or, to begin anew without "
                + $"what the bot knew, move {orBegin ?? Path} away.",
            cause
        );

    private SqliteConnection Open(string path, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder(connectionString)
            {
                DataSource = path,
                Mode = mode,
                Pooling = false,
            }.ToString()
        );
        connection.Open();
        return connection;
    }

    private bool HasBeginning()
    {
        using var file = new FileStream(Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var beginning = new byte[Beginning.Length];
        return file.ReadAtLeast(beginning, beginning.Length, throwOnEndOfStream: false) == beginning.Length
            && beginning.AsSpan().SequenceEqual(Beginning);
    }
}
