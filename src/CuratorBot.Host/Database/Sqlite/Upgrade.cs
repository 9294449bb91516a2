using System.Reflection;
using CuratorBot.Messaging;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace CuratorBot.Host.Database.Sqlite;

/// <summary>
/// Brings a database to the shape that this version needs, all in one transaction: a death at any place leaves it as
/// it was. <c>Migrate</c> of EF Core does not: a step that rebuilds a table is several transactions there, and its lock
/// is a row that outlives the process and holds up every later start for ever.
/// </summary>
/// <param name="connection">Nobody else may use the database.</param>
internal sealed class Upgrade(SqliteConnection connection, FailPoints failPoints)
{
    public static bool IsOfTheBot(SqliteConnection connection) => Has(connection, "__EFMigrationsHistory");

    public static IReadOnlyList<string> MissingIn(SqliteConnection connection)
    {
        using var db = new SqliteDb(SqliteConnections.OptionsFor(connection));
        return [.. db.Database.GetPendingMigrations()];
    }

    /// <summary>Steps that this version does not know: the database is of a newer one.</summary>
    public static IReadOnlyList<string> UnknownIn(SqliteConnection connection)
    {
        using var db = new SqliteDb(SqliteConnections.OptionsFor(connection));
        return [.. db.Database.GetAppliedMigrations().Except(db.Database.GetMigrations())];
    }

    /// <summary>Whether a process that was killed within EF Core's own migration left its lock.</summary>
    public static bool IsLockedByTheDead(SqliteConnection connection) =>
        Has(connection, "__EFMigrationsLock")
        && connection.Number("SELECT COUNT(*) FROM __EFMigrationsLock") > 0;

    /// <returns>How many steps it took.</returns>
    public int Run()
    {
        using var db = new SqliteDb(SqliteConnections.OptionsFor(connection));
        var (steps, history) = (
            db.GetService<IMigrationsAssembly>().Migrations,
            db.GetService<IHistoryRepository>()
        );
        var missing = MissingIn(connection);
        connection.Run("PRAGMA foreign_keys = OFF"); // it cannot be changed within a transaction
        using var transaction = connection.BeginTransaction();
        connection.Run("DROP TABLE IF EXISTS __EFMigrationsLock", transaction);
        connection.Run(history.GetCreateIfNotExistsScript(), transaction);
        foreach (var step in missing)
        {
            foreach (var sql in Statements(db, steps[step]))
                connection.Run(sql, transaction);
            connection.Run(history.GetInsertScript(new(step, ProductInfo.GetVersion())), transaction);
            failPoints.Pass(FailPoints.Migrated);
        }
        transaction.Commit();
        return missing.Count;
    }

    private static IEnumerable<string> Statements(SqliteDb db, TypeInfo step)
    {
        var migration = db.GetService<IMigrationsAssembly>().CreateMigration(step, db.Database.ProviderName!);
        var model = db.GetService<IModelRuntimeInitializer>().Initialize(migration.TargetModel);
        return db.GetService<IMigrationsSqlGenerator>()
            .Generate(migration.UpOperations, model)
            .Select(command => command.CommandText);
    }

    private static bool Has(SqliteConnection connection, string table) =>
        connection.Number($"SELECT COUNT(*) FROM sqlite_master WHERE name = '{table}'") > 0;
}
