using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Design;

namespace CuratorBot.Host.Database.Sqlite;

/// <summary>Lets `dotnet ef` see the tables without starting the bot.</summary>
internal sealed class SqliteDesign : IDesignTimeDbContextFactory<SqliteDb>
{
    public SqliteDb CreateDbContext(string[] args) =>
        new(SqliteConnections.OptionsFor(new SqliteConnection("Data Source=:memory:")));
}
