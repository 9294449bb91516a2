using CuratorBot.Data;
using CuratorBot.Messaging;

namespace CuratorBot.Host.Database.Sqlite;

/// <summary>A piece of work for the writer.</summary>
internal abstract class SqliteWork
{
    public abstract bool NeedsSavepoint { get; }

    public virtual Task Run(WriteScope scope) => Task.CompletedTask;

    public virtual void Mark(IMessageWriter writer) { }

    public abstract void NoteCommitted();

    public abstract void Fail(Exception error);
}

internal sealed class SqliteWork<T>(Func<WriteScope, Task<T>> work, CancellationToken cancellation)
    : SqliteWork
{
    private readonly TaskCompletionSource<T> _result = new(
        TaskCreationOptions.RunContinuationsAsynchronously
    );
    private WriteScope? _scope;
    private T _value = default!;

    public Task<T> Result => _result.Task;

    public override bool NeedsSavepoint => true;

    public override async Task Run(WriteScope scope)
    {
        cancellation.ThrowIfCancellationRequested();
        _scope = scope;
        _value = await work(scope);
    }

    public override void NoteCommitted()
    {
        _scope!.NoteCommitted();
        _result.TrySetResult(_value);
    }

    public override void Fail(Exception error) => _result.TrySetException(error);
}

/// <summary>Marks on inbox and outbox: single statements, each whole in itself.</summary>
internal sealed class SqliteMarks(Action<IMessageWriter> marks, Action committed, Action<Exception> failed)
    : SqliteWork
{
    public override bool NeedsSavepoint => false;

    public override void Mark(IMessageWriter writer) => marks(writer);

    public override void NoteCommitted() => committed();

    public override void Fail(Exception error) => failed(error);
}
