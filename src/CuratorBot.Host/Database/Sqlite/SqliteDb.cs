using CuratorBot.Data;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Host.Database.Sqlite;

/// <summary>The tables on SQLite.</summary>
/// <param name="disposed">Called when the context is done with its connection.</param>
public sealed class SqliteDb(DbContextOptions<SqliteDb> options, Action? disposed = null)
    : CuratorBotDb(options)
{
    public override void Dispose()
    {
        base.Dispose();
        disposed?.Invoke();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        disposed?.Invoke();
    }
}
