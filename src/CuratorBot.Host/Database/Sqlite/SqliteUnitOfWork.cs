using System.Threading.Channels;
using CuratorBot.Data;
using CuratorBot.Messaging;
using Microsoft.Data.Sqlite;

namespace CuratorBot.Host.Database.Sqlite;

/// <summary>
/// The one writer. Pieces of work queue up here, run one after the other on one connection, and as many as
/// have gathered share one commit, so that a busy minute costs few waits for the disk.
/// </summary>
public sealed class SqliteUnitOfWork : IUnitOfWork, IAsyncDisposable
{
    private const int MostPerCommit = 1024;

    private readonly Channel<SqliteWork> _queue = Channel.CreateUnbounded<SqliteWork>(
        new UnboundedChannelOptions { SingleReader = true }
    );
    private readonly SqliteConnections _connections;
    private readonly Task _writer;

    public SqliteUnitOfWork(SqliteConnections connections)
    {
        _connections = connections;
        _writer = Task.Run(WorkOff);
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

    /// <summary>What is queued is still written.</summary>
    public async ValueTask DisposeAsync()
    {
        _queue.Writer.TryComplete();
        await _writer;
    }

    private void Queue(SqliteWork work)
    {
        if (!_queue.Writer.TryWrite(work))
            work.Fail(
                new StorageException(
                    "The bot is stopping.",
                    new ObjectDisposedException(nameof(SqliteUnitOfWork))
                )
            );
    }

    private async Task WorkOff()
    {
        SqliteWriter? writer = null;
        var group = new List<SqliteWork>(MostPerCommit);
        while (await _queue.Reader.WaitToReadAsync())
        {
            group.Clear();
            while (group.Count < MostPerCommit && _queue.Reader.TryRead(out var work))
                group.Add(work);
            try
            {
                writer ??= new SqliteWriter(_connections.Open());
                await writer.Commit(group);
            }
            catch (SqliteException error)
            {
                foreach (var work in group)
                    work.Fail(new StorageException("The database did not take it.", error));
                writer?.Dispose();
                writer = null;
            }
        }
        writer?.Dispose();
    }
}
