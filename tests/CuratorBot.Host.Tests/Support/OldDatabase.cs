using CuratorBot.Host.Database.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace CuratorBot.Host.Tests.Support;

/// <summary>A database as an earlier version left it.</summary>
internal static class OldDatabase
{
    public const string First = "Initial";

    /// <param name="version">The name of its last migration; null for the newest.</param>
    public static async Task Make(string file, string? version = First)
    {
        await using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        await connection.OpenAsync();
        await using var db = new SqliteDb(SqliteConnections.OptionsFor(connection));
        await db.GetService<IMigrator>().MigrateAsync(version);
    }

    public static void Run(string file, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        connection.Run(sql);
    }

    /// <summary>Every table and index as it was made, but for the lock that EF Core keeps beside them.</summary>
    public static List<string> Schema(string file) =>
        [
            .. new StoredData(file)
                .Ask("SELECT sql FROM sqlite_master WHERE name <> '__EFMigrationsLock' ORDER BY type, name")
                .Select(row => $"{row[0]}"),
        ];
}
