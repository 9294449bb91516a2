using CuratorBot.Data;

namespace CuratorBot.Messaging;

/// <summary>What a piece of work may use inside one transaction.</summary>
/// <param name="openDb">Opens the tables in the transaction, when they are first asked for.</param>
/// <param name="messages">Inbox and outbox in the same transaction.</param>
public sealed class WriteScope(Func<CuratorBotDb> openDb, IMessageWriter messages)
{
    private readonly List<Action> _afterCommit = [];
    private CuratorBotDb? _db;

    /// <summary>The tables; what is changed through it is part of the transaction.</summary>
    public CuratorBotDb Db => _db ??= openDb();

    /// <summary>The same, without opening them: null while the work has not asked for them.</summary>
    public CuratorBotDb? OpenedDb => _db;

    public IMessageWriter Messages => messages;

    /// <summary>Called once the transaction is on disk; never when it is not.</summary>
    public void AfterCommit(Action action) => _afterCommit.Add(action);

    /// <exception cref="AggregateException">Some of what follows failed; the rest was done all the same.</exception>
    public void NoteCommitted()
    {
        var failures = new List<Exception>();
        foreach (var action in _afterCommit)
        {
            try
            {
                action();
            }
            catch (Exception error)
            {
                failures.Add(error);
            }
        }
        if (failures.Count > 0)
            throw new AggregateException(failures);
    }
}

/// <summary>
/// Where transactions come from. On SQLite there is one writer: pieces of work run one after the other and
/// many share one commit. A piece that throws leaves no trace and takes nobody with it.
/// </summary>
public interface IUnitOfWork
{
    /// <summary>Runs the work in a transaction and returns when it is on disk.</summary>
    /// <exception cref="StorageException">The database could not take it; nothing was changed.</exception>
    /// <exception cref="DamagedDataException">It needs what is damaged; nothing was changed.</exception>
    Task<T> Write<T>(Func<WriteScope, Task<T>> work, CancellationToken cancellation = default);

    /// <summary>Marks on inbox and outbox only: takes part in the next commit, ahead of no one.</summary>
    void Post(Action<IMessageWriter> marks, Action committed, Action<Exception> failed);

    /// <summary>For reading only; the caller disposes it.</summary>
    CuratorBotDb OpenForReading();

    /// <summary>The current <see cref="Revision"/>.</summary>
    long ReadRevision();

    /// <summary>
    /// What an error that a reader met comes to: a <see cref="StorageException"/> or a
    /// <see cref="DamagedDataException"/> where it is the storage's, else the error itself.
    /// </summary>
    Exception Explain(Exception error);
}
