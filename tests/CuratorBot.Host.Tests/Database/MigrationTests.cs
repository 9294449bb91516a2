using CuratorBot.Host.Database.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Host.Tests.Database;

public sealed class MigrationTests
{
    [Fact]
    public async Task The_migrations_make_exactly_the_tables_of_the_model()
    {
        await using var connection = new SqliteConnection("Data Source=:memory:");
        await connection.OpenAsync();
        await using var db = new SqliteDb(SqliteConnections.OptionsFor(connection));

        await db.Database.MigrateAsync();

        Assert.False(db.Database.HasPendingModelChanges());
        Assert.Equal(0, await db.People.CountAsync());
    }
}
