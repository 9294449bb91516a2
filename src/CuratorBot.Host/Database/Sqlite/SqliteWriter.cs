using CuratorBot.Data;
using CuratorBot.Messaging;
using CuratorBot.Messaging.Receiving;
using CuratorBot.Status.Documents;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SQLitePCL;

namespace CuratorBot.Host.Database.Sqlite;

/// <summary>The writer's connection: runs a group of pieces of work and commits them together.</summary>
/// <param name="timer">Ends what comes to no end.</param>
/// <param name="tell">Tells whoever waits for a piece how it ended; null stands for «on disk».</param>
internal sealed class SqliteWriter(
    SqliteConnection connection,
    WriteAheadLog writeAheadLog,
    TimeProvider timer,
    Action<SqliteWork, Exception?> tell
) : IDisposable
{
    /// <summary>For a piece of work that waits for something else than the database, which none should.</summary>
    private static readonly TimeSpan LongestPiece = TimeSpan.FromSeconds(30);

    private readonly DbContextOptions<SqliteDb> _options = SqliteConnections.OptionsFor(connection);
    private readonly SqliteMessageWriter _messages = new(connection);
    private readonly Prepared _grow = new(
        connection,
        "UPDATE revision SET Number = Number + 1 WHERE Id = 1",
        0
    );
    private readonly Prepared _throwAwayDocuments = new(
        WithStatusTriggers(connection),
        "INSERT OR REPLACE INTO status_changes (Scope) VALUES ($1)",
        1
    );
    private readonly Prepared _begin = new(connection, "SAVEPOINT work", 0);
    private readonly Prepared _end = new(connection, "RELEASE work", 0);
    private readonly Prepared _undo = new(connection, "ROLLBACK TO work", 0);
    private bool _leavesNoTrace;

    /// <returns>True when the disk has taken something; false when there was nothing to be written.</returns>
    /// <exception cref="Exception">
    /// Of any kind: nothing of the group was kept, and those of it that were not refused for themselves have not
    /// been told. This writer is of no further use.
    /// </exception>
    public async Task<bool> Commit(IReadOnlyList<SqliteWork> group)
    {
        var done = new List<SqliteWork>(group.Count);
        var changesBefore = raw.sqlite3_total_changes(connection.Handle);
        using (var transaction = connection.BeginTransaction(deferred: false))
        {
            Use(transaction);
            foreach (var work in group)
            {
                if (await Run(work, transaction))
                    done.Add(work);
            }
            transaction.Commit();
        }
        if (_leavesNoTrace)
            writeAheadLog.NoteTraces();
        _leavesNoTrace = false;
        writeAheadLog.Tend(connection);
        foreach (var work in done)
            tell(work, null);
        return raw.sqlite3_total_changes(connection.Handle) != changesBefore;
    }

    public void Dispose()
    {
        _messages.Dispose();
        foreach (var command in new[] { _grow, _throwAwayDocuments, _begin, _end, _undo })
            command.Dispose();
        connection.Dispose();
    }

    private void Use(SqliteTransaction transaction)
    {
        _messages.Use(transaction);
        foreach (var command in new[] { _grow, _throwAwayDocuments, _begin, _end, _undo })
            command.Use(transaction);
    }

    /// <summary>
    /// A piece that throws is undone to its savepoint and told so; the others go on. That the database takes
    /// nothing is not the piece's fault, and ends the whole group; so does a damaged page, of which only the piece
    /// that needs it is told, and a piece that comes to no end, which is left to itself with what it has open.
    /// </summary>
    private async Task<bool> Run(SqliteWork work, SqliteTransaction transaction)
    {
        var scope = new WriteScope(() => Open(transaction), _messages);
        _begin.Run();
        try
        {
            await ToItsEnd(work.Run(scope));
            if (scope.OpenedDb is { } db)
                await Save(db);
            _end.Run();
            return true;
        }
        catch (Exception error) when (!StorageFault.IsPassing(error) && !IsTransactionGone)
        {
            tell(work, error);
            // SQLite commits nothing more of a transaction that met a damaged page.
            if (StorageFault.IsDamage(error) || error is StuckException)
                throw;
            _undo.Run();
            _end.Run();
            return false;
        }
        finally
        {
            if (scope.OpenedDb is { } db)
                await db.DisposeAsync();
        }
    }

    /// <exception cref="StuckException">It has none in sight.</exception>
    private async Task ToItsEnd(Task work)
    {
        try
        {
            await work.WaitAsync(LongestPiece, timer);
        }
        catch (TimeoutException) when (!work.IsCompleted)
        {
            throw new StuckException($"It held up the writer for {LongestPiece.TotalSeconds:0} seconds.");
        }
    }

    /// <summary>Some errors make SQLite give up the whole transaction by itself.</summary>
    private bool IsTransactionGone => raw.sqlite3_get_autocommit(connection.Handle) != 0;

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
        if (db.LeavesNoTrace)
            _throwAwayDocuments.Run(StatusScope.Afresh);
        _leavesNoTrace |= db.LeavesNoTrace;
    }

    private static SqliteConnection WithStatusTriggers(SqliteConnection connection)
    {
        connection.Run(StatusTriggers.Sql);
        return connection;
    }
}
