using CuratorBot.Data;
using CuratorBot.Host.Database.Sqlite;
using CuratorBot.Seed;
using Microsoft.Data.Sqlite;

namespace CuratorBot.Tests.Seed;

/// <summary>A database in memory that lives as long as this object; every context sees the same rows.</summary>
internal sealed class SeededDb : IAsyncDisposable
{
    private readonly SqliteConnection _connection = new("Data Source=:memory:");

    public IdGenerator Ids { get; } = new(TimeProvider.System);

    public static async Task<SeededDb> EmptyAsync()
    {
        var seeded = new SeededDb();
        await seeded._connection.OpenAsync();
        await using var db = seeded.Open();
        await db.Database.EnsureCreatedAsync();
        return seeded;
    }

    public static async Task<SeededDb> FilledAsync()
    {
        var seeded = await EmptyAsync();
        await using var db = seeded.Open();
        Assert.True(await new DemoSeed(seeded.Ids).Write(db));
        return seeded;
    }

    public CuratorBotDb Open() => new SqliteDb(SqliteConnections.OptionsFor(_connection));

    public ValueTask DisposeAsync() => _connection.DisposeAsync();
}
