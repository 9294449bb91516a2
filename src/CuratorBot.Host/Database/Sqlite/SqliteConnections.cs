using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Host.Database.Sqlite;

/// <summary>Opens connections with the settings that keep what was committed through a power cut, and nothing of what was deleted.</summary>
public sealed class SqliteConnections(string connectionString) : IDisposable
{
    private const int SecondsForALock = 5;

    /// <summary>How long SQLite itself waits for a lock.</summary>
    internal static readonly string Patience = $"PRAGMA busy_timeout = {SecondsForALock * 1000};";

    // In memory, because what a savepoint may have to undo would else be written to files outside the data directory.
    private static readonly string Settings = $"""
        {Patience}
        PRAGMA journal_mode = WAL;
        PRAGMA synchronous = FULL;
        PRAGMA foreign_keys = ON;
        PRAGMA mmap_size = 0;
        PRAGMA temp_store = MEMORY;
        PRAGMA secure_delete = ON;
        PRAGMA journal_size_limit = {WriteAheadLog.Usual};
        """;

    private readonly ConcurrentBag<SqliteReader> _readers = [];
    private readonly string _connectionString = new SqliteConnectionStringBuilder(connectionString)
    {
        Mode = SqliteOpenMode.ReadWrite,
    }.ToString();

    /// <summary>The file of the database.</summary>
    internal string File => DatabasePlace.Of(connectionString).Path;

    /// <exception cref="SqliteException">Among others, there is no database: only a first start makes one.</exception>
    public SqliteConnection Open()
    {
        var connection = new SqliteConnection(_connectionString);
        try
        {
            connection.Open();
            // The provider tries again by itself for so long, beyond what SQLite waits.
            connection.DefaultTimeout = SecondsForALock;
            Prepare(connection);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    internal static void Prepare(SqliteConnection connection)
    {
        using var settings = connection.CreateCommand();
        settings.CommandText = Settings;
        settings.ExecuteNonQuery();
    }

    /// <summary>After an error of the storage: what is opened next is opened anew.</summary>
    internal void Forget()
    {
        using var connection = new SqliteConnection(_connectionString);
        SqliteConnection.ClearPool(connection);
    }

    /// <summary>Lends a connection for reading; give it back when done.</summary>
    internal SqliteReader Borrow() => _readers.TryTake(out var reader) ? reader : new SqliteReader(Open());

    internal void GiveBack(SqliteReader reader) => _readers.Add(reader);

    /// <summary>What the linked library says of itself.</summary>
    public static Version Version()
    {
        using var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        return new Version(connection.ServerVersion);
    }

    /// <summary>
    /// What the tests have beside the tables of the product. For the whole process, because compiled queries take one
    /// model only.
    /// </summary>
    internal static Action<DbContextOptionsBuilder>? Beside { get; set; }

    public static DbContextOptions<SqliteDb> OptionsFor(SqliteConnection connection)
    {
        var options = new DbContextOptionsBuilder<SqliteDb>().UseSqlite(connection);
        Beside?.Invoke(options);
        return options.Options;
    }

    public void Dispose()
    {
        while (_readers.TryTake(out var reader))
            reader.Dispose();
        SqliteConnection.ClearAllPools();
    }
}
