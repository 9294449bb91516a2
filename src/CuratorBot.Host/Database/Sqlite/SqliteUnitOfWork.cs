using System.Threading.Channels;
using CuratorBot.Condition;
using CuratorBot.Data;
using CuratorBot.Messaging;
using CuratorBot.Messaging.Receiving;

namespace CuratorBot.Host.Database.Sqlite;

/// <summary>
/// The one writer. Pieces of work queue up here, run one after the other on one connection, and as many as
/// have gathered share one commit, so that a busy minute costs few waits for the disk. Nothing that a piece of
/// work or the disk does ends it: what cannot be written is given back, and the next is tried.
/// </summary>
public sealed partial class SqliteUnitOfWork : IUnitOfWork, IAsyncDisposable
{
    private const int MostPerCommit = 1024;

    private readonly Channel<SqliteWork> _queue = Channel.CreateUnbounded<SqliteWork>(
        new UnboundedChannelOptions { SingleReader = true }
    );
    private readonly SqliteConnections _connections;
    private readonly WriterCondition _condition;
    private readonly WriteAheadLog _writeAheadLog;
    private readonly ILogger<SqliteUnitOfWork> _log;
    private readonly TimeProvider _timer;
    private readonly Task _working;
    private SqliteWriter? _writer;
    private volatile bool _isStopping;

    public SqliteUnitOfWork(
        SqliteConnections connections,
        Troubles troubles,
        RealTime realTime,
        ILoggerFactory logs
    )
    {
        (_connections, _timer) = (connections, realTime.Provider);
        _log = logs.CreateLogger<SqliteUnitOfWork>();
        _condition = new WriterCondition(troubles, realTime, logs.CreateLogger<WriterCondition>());
        _writeAheadLog = new WriteAheadLog(connections.File, realTime, troubles);
        _working = Task.Run(WorkOff);
    }

    public async Task<T> Write<T>(Func<WriteScope, Task<T>> work, CancellationToken cancellation = default)
    {
        var piece = new SqliteWork<T>(work, cancellation);
        Queue(piece);
        return await piece.Result;
    }

    public void Post(Action<IMessageWriter> marks, Action committed, Action<Exception> failed) =>
        Queue(new SqliteMarks(marks, committed, failed));

    public CuratorBotDb OpenForReading()
    {
        var reader = _connections.Borrow();
        return new SqliteDb(reader.Options, () => _connections.GiveBack(reader));
    }

    public long ReadRevision()
    {
        var reader = _connections.Borrow();
        try
        {
            return reader.Revision();
        }
        finally
        {
            _connections.GiveBack(reader);
        }
    }

    public Exception Explain(Exception error)
    {
        if (error is StorageException or DamagedDataException)
            return error;
        if (StorageFault.IsPassing(error))
            return new StorageException($"The database does not answer: {StorageFault.Words(error)}.", error);
        if (!StorageFault.IsDamage(error))
            return error;
        _condition.NoteDamage(error);
        return new DamagedDataException("A part of the database is damaged.", error);
    }

    /// <summary>What is queued is still written, unless the database takes nothing.</summary>
    public async ValueTask DisposeAsync()
    {
        _isStopping = true;
        _queue.Writer.TryComplete();
        await _working;
    }

    private void Queue(SqliteWork work)
    {
        if (!_queue.Writer.TryWrite(work))
            Refuse(work);
    }

    private async Task WorkOff()
    {
        var group = new List<SqliteWork>(MostPerCommit);
        while (await _queue.Reader.WaitToReadAsync())
        {
            group.Clear();
            while (group.Count < MostPerCommit && _queue.Reader.TryRead(out var work))
                group.Add(work);
            if (_condition.IsDoubtful)
                await CommitOneByOne(group);
            else
                await Commit(group);
        }
        CloseWriter();
    }

    private async Task CommitOneByOne(List<SqliteWork> group)
    {
        for (var next = 0; next < group.Count; next++)
        {
            // Each would wait in vain for the same lock, or keep a bot that stops from ending.
            if (await Commit([group[next]]) is { } failure && (_isStopping || StorageFault.IsLock(failure)))
            {
                var rest = group[(next + 1)..];
                GiveBack(rest, failure);
                return;
            }
        }
    }

    /// <returns>What kept the group from being written; null when it is on disk.</returns>
    private async Task<Exception?> Commit(IReadOnlyList<SqliteWork> group)
    {
        try
        {
            _writer ??= OpenWriter();
            if (await _writer.Commit(group))
                _condition.NoteWritten();
            return null;
        }
        catch (Exception error)
        {
            _connections.Forget();
            CloseWriter();
            GiveBack(group, error);
            return error;
        }
    }

    private SqliteWriter OpenWriter()
    {
        var connection = _connections.Open();
        try
        {
            return new SqliteWriter(connection, _writeAheadLog, _timer, Tell);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>
    /// Of several that fail by damage nobody knows which is at fault: alone, each shows. One that came to no end
    /// was told so before.
    /// </summary>
    private void GiveBack(IReadOnlyList<SqliteWork> group, Exception error)
    {
        if (error is StuckException)
            LogStuck(_log, group.Count - 1);
        else if (StorageFault.IsDamage(error))
            _condition.NoteDamage(error);
        else
            _condition.NoteFailure(error, group.Count);
        var failure =
            group.Count == 1 && StorageFault.IsDamage(error)
                ? error
                : new StorageException($"The database took nothing: {StorageFault.Words(error)}.", error);
        foreach (var work in group)
            Tell(work, failure);
    }

    private void Refuse(SqliteWork work) =>
        Tell(
            work,
            new StorageException(
                "The bot is stopping.",
                new ObjectDisposedException(nameof(SqliteUnitOfWork))
            )
        );

    /// <summary>What those who are told make of it ends no writing.</summary>
    private void Tell(SqliteWork work, Exception? failure)
    {
        try
        {
            work.Tell(failure is null ? null : Explain(failure));
        }
        catch (Exception error)
        {
            LogListener(_log, ErrorWords.Of(error));
        }
    }

    private void CloseWriter()
    {
        try
        {
            _writer?.Dispose();
        }
        catch (Exception error)
        {
            LogNotClosed(_log, ErrorWords.KindsOf(error));
        }
        _writer = null;
    }

    [LoggerMessage(11, LogLevel.Error, "What follows a commit failed: {Error}")]
    private static partial void LogListener(ILogger log, string error);

    [LoggerMessage(
        13,
        LogLevel.Error,
        "A piece of work came to no end in the transaction and was left; {Others} others are tried again"
    )]
    private static partial void LogStuck(ILogger log, int others);

    [LoggerMessage(12, LogLevel.Warning, "The connection of the writer could not be closed: {Error}")]
    private static partial void LogNotClosed(ILogger log, string error);
}
