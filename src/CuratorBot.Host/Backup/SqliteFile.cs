using Microsoft.Data.Sqlite;

namespace CuratorBot.Host.Backup;

/// <summary>A database file that is nobody's but ours, or of which we are one reader more.</summary>
internal static class SqliteFile
{
    /// <summary>Never creates one; leaves no pool that keeps it open.</summary>
    public static SqliteConnection Open(string path, SqliteOpenMode mode = SqliteOpenMode.ReadWrite)
    {
        var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder
            {
                DataSource = path,
                Mode = mode,
                Pooling = false,
            }.ToString()
        );
        connection.Open();
        Run(connection, "PRAGMA busy_timeout = 5000");
        return connection;
    }

    public static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>The first column of each row.</summary>
    public static List<T> Ask<T>(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var row = command.ExecuteReader();
        var answers = new List<T>();
        while (row.Read())
            answers.Add(row.GetFieldValue<T>(0));
        return answers;
    }

    /// <summary>
    /// Page by page, as a reader that holds up no writer; so what is damaged comes along and is seen. The copy is one
    /// file, without a log beside it.
    /// </summary>
    /// <exception cref="DamagedDatabase">It is so damaged that it cannot even be copied.</exception>
    public static void Copy(string path, string target)
    {
        try
        {
            PrivateFiles.Create(target).Dispose();
            using var source = Open(path);
            using var copy = Open(target);
            source.BackupDatabase(copy);
            Run(copy, "PRAGMA journal_mode = DELETE");
        }
        catch (SqliteException error) when (IsDamage(error))
        {
            throw new DamagedDatabase("The database is damaged: it cannot be copied", error);
        }
    }

    /// <summary>
    /// Written anew, with nothing of what was deleted: a database that an older version wrote may hold it in free pages.
    /// </summary>
    public static void Compact(string path, string target)
    {
        using var connection = Open(path);
        using var command = connection.CreateCommand();
        command.CommandText = "VACUUM INTO $target";
        command.Parameters.AddWithValue("$target", target);
        command.ExecuteNonQuery();
    }

    public static bool IsDamage(SqliteException error) => error.SqliteErrorCode is Corrupt or NotADatabase;

    private const int Corrupt = 11;
    private const int NotADatabase = 26;
}
