using System.Globalization;
using CuratorBot.Audit;
using CuratorBot.Events.Reporting;
using CuratorBot.Events.Reporting.Evidence;
using CuratorBot.Host.Database.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Host.Backup;

/// <summary>What a full look at a copy of the database has shown.</summary>
/// <param name="Schema">Its last migration, before it was brought to the newest.</param>
/// <param name="Dangling">Rows that point at nothing, by table: no damage of the file, but none may be there.</param>
/// <param name="Files">The kept files that it speaks of.</param>
/// <param name="Erased">Ids of those of whom the audit says that they were forgotten.</param>
internal sealed record DatabaseExam(
    string Schema,
    IReadOnlyList<string> Dangling,
    IReadOnlyDictionary<string, long> Rows,
    AuditVerdict Audit,
    IReadOnlySet<string> Files,
    IReadOnlySet<long> Erased
)
{
    /// <summary>As an archive and <c>verify-audit</c> say it; null when the chain does not hold.</summary>
    public string? AuditHead =>
        Audit is AuditVerdict.Holds(var count, var hash)
            ? string.Create(CultureInfo.InvariantCulture, $"{count}:{hash}")
            : null;

    /// <summary>
    /// Reads every page. Brings the file to the newest schema, so it must be a copy that nobody else uses.
    /// </summary>
    /// <exception cref="DamagedDatabase">It is damaged.</exception>
    /// <exception cref="BackupFailure">It is of a newer version, or not ours.</exception>
    public static async Task<DatabaseExam> Of(string file, CancellationToken cancellation = default)
    {
        try
        {
            return await Look(file, cancellation);
        }
        catch (SqliteException error) when (SqliteFile.IsDamage(error))
        {
            throw new DamagedDatabase("The database is damaged: it cannot be read", error);
        }
    }

    private static async Task<DatabaseExam> Look(string file, CancellationToken cancellation)
    {
        using var connection = SqliteFile.Open(file);
        RefuseDamage(connection);
        var dangling = SqliteFile
            .Ask<string>(connection, "SELECT \"table\" FROM pragma_foreign_key_check")
            .CountBy(table => table)
            .Select(table => string.Create(CultureInfo.InvariantCulture, $"{table.Key}: {table.Value}"))
            .ToList();
        var rows = RowsOf(connection);
        await using var db = new SqliteDb(SqliteConnections.OptionsFor(connection));
        var schema = SchemaOf(connection, rows);
        if (!db.Database.GetMigrations().Contains(schema))
            throw new BackupFailure($"The database is of a newer version of the bot ({schema}).");
        await Renew(db, connection, cancellation);
        return new DatabaseExam(
            schema,
            dangling,
            rows,
            await AuditChain.Verify(db),
            await EvidenceInUse.All(db, cancellation),
            await Forgotten(db, cancellation)
        );
    }

    private static void RefuseDamage(SqliteConnection connection)
    {
        var found = SqliteFile.Ask<string>(connection, "PRAGMA integrity_check(5)");
        if (found is not ["ok"])
            throw new DamagedDatabase($"The database is damaged: {string.Join("; ", found)}");
    }

    private static Dictionary<string, long> RowsOf(SqliteConnection connection) =>
        SqliteFile
            .Ask<string>(
                connection,
                "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name"
            )
            .ToDictionary(
                table => table,
                table => SqliteFile.Ask<long>(connection, $"SELECT COUNT(*) FROM \"{table}\"").Single()
            );

    private static string SchemaOf(SqliteConnection connection, Dictionary<string, long> rows) =>
        rows.GetValueOrDefault(History) == 0
            ? throw new BackupFailure("This is no database of the bot.")
            : SqliteFile.Ask<string>(connection, $"SELECT MAX(MigrationId) FROM {History}").Single();

    /// <summary>A lock on migrations that came along belongs to nobody here.</summary>
    private static async Task Renew(SqliteDb db, SqliteConnection connection, CancellationToken cancellation)
    {
        SqliteFile.Run(connection, "DROP TABLE IF EXISTS __EFMigrationsLock");
        if ((await db.Database.GetPendingMigrationsAsync(cancellation)).Any())
            await db.Database.MigrateAsync(cancellation);
    }

    private static async Task<HashSet<long>> Forgotten(SqliteDb db, CancellationToken cancellation) =>
        [
            .. await db
                .Audit.Where(row => row.What == AuditTrail.Erased && row.PersonId != null)
                .Select(row => row.PersonId!.Value)
                .ToListAsync(cancellation),
        ];

    private const string History = "__EFMigrationsHistory";
}
