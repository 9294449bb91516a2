using CuratorBot.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Host.Database.Sqlite;

/// <summary>The writer's connection: runs a group of pieces of work and commits them together.</summary>
internal sealed class SqliteWriter : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly DbContextOptions<SqliteDb> _options;
    private readonly SqliteMessageWriter _messages;
    private readonly Prepared _grow;
    private bool _leavesNoTrace;

    public SqliteWriter(SqliteConnection connection)
    {
        _connection = connection;
        _options = SqliteConnections.OptionsFor(connection);
        _messages = new SqliteMessageWriter(connection);
        _grow = new Prepared(connection, "UPDATE revision SET Number = Number + 1 WHERE Id = 1", 0);
    }

    /// <exception cref="SqliteException">Nothing of the group was kept, and nobody has been told yet.</exception>
    public async Task Commit(IReadOnlyList<SqliteWork> group)
    {
        var done = new List<SqliteWork>(group.Count);
        using (var transaction = _connection.BeginTransaction(deferred: false))
        {
            _messages.Use(transaction);
            _grow.Use(transaction);
            foreach (var work in group)
            {
                if (await Run(work, transaction))
                    done.Add(work);
            }
            transaction.Commit();
        }
        if (_leavesNoTrace)
            EmptyLog();
        foreach (var work in done)
            work.NoteCommitted();
    }

    public void Dispose()
    {
        _messages.Dispose();
        _grow.Dispose();
        _connection.Dispose();
    }

    /// <summary>A piece that throws is undone to its savepoint and told so; the others go on.</summary>
    private async Task<bool> Run(SqliteWork work, SqliteTransaction transaction)
    {
        if (!work.NeedsSavepoint)
        {
            work.Mark(_messages);
            return true;
        }
        transaction.Save(Savepoint);
        var scope = new WriteScope(() => Open(transaction), _messages);
        try
        {
            await work.Run(scope);
            if (scope.OpenedDb is { } db)
                await Save(db);
            transaction.Release(Savepoint);
            return true;
        }
        catch (Exception error) when (!IsStorage(error))
        {
            transaction.Rollback(Savepoint);
            transaction.Release(Savepoint);
            work.Fail(error);
            return false;
        }
        finally
        {
            if (scope.OpenedDb is { } db)
                await db.DisposeAsync();
        }
    }

    private SqliteDb Open(SqliteTransaction transaction)
    {
        var db = new SqliteDb(_options);
        db.Database.UseTransaction(transaction);
        db.Database.AutoSavepointsEnabled = false;
        return db;
    }

    private async Task Save(CuratorBotDb db)
    {
        await db.SaveChangesAsync();
        if (db.ChangedFacts)
            _grow.Run();
        _leavesNoTrace |= db.LeavesNoTrace;
    }

    /// <summary>
    /// Old pages lie in the write-ahead log until it is emptied. While somebody still reads from it that is not
    /// possible; then the next commit does it.
    /// </summary>
    private void EmptyLog()
    {
        try
        {
            using var checkpoint = _connection.CreateCommand();
            checkpoint.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
            using var row = checkpoint.ExecuteReader();
            _leavesNoTrace = !row.Read() || row.GetInt32(0) != 0;
        }
        catch (SqliteException)
        {
            _leavesNoTrace = true; // what was committed stays committed
        }
    }

    private const string Savepoint = "work";

    /// <summary>Busy, locked, read-only, I/O error, corrupt, full, cannot open: not the fault of the work.</summary>
    private static bool IsStorage(Exception error) =>
        (error as SqliteException ?? error.InnerException as SqliteException)?.SqliteErrorCode
            is 5
                or 6
                or 8
                or 10
                or 11
                or 13
                or 14;
}
