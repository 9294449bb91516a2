using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Host.Database.Sqlite;

/// <summary>Opens connections with the settings that keep what was committed through a power cut, and nothing of what was deleted.</summary>
public sealed class SqliteConnections(string connectionString) : IDisposable
{
    private readonly ConcurrentBag<SqliteReader> _readers = [];

    public SqliteConnection Open()
    {
        var connection = new SqliteConnection(connectionString);
        connection.Open();
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
        return connection;
    }

    /// <summary>Lends a connection for reading; give it back when done.</summary>
    internal SqliteReader Borrow() => _readers.TryTake(out var reader) ? reader : new SqliteReader(Open());

    internal void GiveBack(SqliteReader reader) => _readers.Add(reader);

    /// <summary>What the linked library says of itself.</summary>
    public static string Version()
    {
        using var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        return $"SQLite {connection.ServerVersion}";
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
