using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Host.Database.Sqlite;

/// <summary>Opens connections with the settings that keep what was committed through a power cut, and nothing of what was deleted.</summary>
public sealed class SqliteConnections(string connectionString) : IDisposable
{
    private readonly ConcurrentBag<SqliteReader> _readers = [];
    private readonly string _connectionString = new SqliteConnectionStringBuilder(connectionString)
    {
        Mode = SqliteOpenMode.ReadWrite,
    }.ToString();

    /// <exception cref="SqliteException">Among others, there is no database: only a first start makes one.</exception>
    public SqliteConnection Open()
    {
        var connection = new SqliteConnection(_connectionString);
        connection.Open();
        Prepare(connection);
        return connection;
    }

    internal static void Prepare(SqliteConnection connection)
    {
        using var pragmas = connection.CreateCommand();
        pragmas.CommandText = """
            PRAGMA journal_mode = WAL;
            PRAGMA synchronous = FULL;
            PRAGMA busy_timeout = 5000;
            PRAGMA foreign_keys = ON;
            PRAGMA mmap_size = 0;
            PRAGMA secure_delete = ON;
            """;
        pragmas.ExecuteNonQuery();
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

    public static DbContextOptions<SqliteDb> OptionsFor(SqliteConnection connection) =>
        new DbContextOptionsBuilder<SqliteDb>().UseSqlite(connection).Options;

    public void Dispose()
    {
        while (_readers.TryTake(out var reader))
            reader.Dispose();
        SqliteConnection.ClearAllPools();
    }
}
