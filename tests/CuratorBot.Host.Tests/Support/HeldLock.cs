using Microsoft.Data.Sqlite;

namespace CuratorBot.Host.Tests.Support;

/// <summary>Another program that holds the database locked for writing until it is disposed.</summary>
internal sealed class HeldLock : IDisposable
{
    private readonly SqliteConnection _connection;

    private HeldLock(SqliteConnection connection) => _connection = connection;

    public static HeldLock On(string file)
    {
        var connection = new SqliteConnection($"Data Source={file};Pooling=False;Default Timeout=60");
        connection.Open();
        using var begin = connection.CreateCommand();
        begin.CommandText = "BEGIN IMMEDIATE";
        begin.ExecuteNonQuery();
        return new HeldLock(connection);
    }

    public void Dispose() => _connection.Dispose();
}
