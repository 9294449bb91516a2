using CuratorBot.Messaging;

namespace CuratorBot.Host.Database.Sqlite;

/// <summary>A piece of work for the writer. Whoever waits for it is told once how it ended.</summary>
internal abstract class SqliteWork
{
    private bool _isTold;

    public abstract Task Run(WriteScope scope);

    /// <param name="failure">Null when it is on disk.</param>
    /// <exception cref="Exception">Whatever those who are told throw.</exception>
    public void Tell(Exception? failure)
    {
        if (_isTold)
            return;
        _isTold = true;
        if (failure is null)
            NoteCommitted();
        else
            Fail(failure);
    }

    protected abstract void NoteCommitted();

    protected abstract void Fail(Exception error);
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

    public override async Task Run(WriteScope scope)
    {
        cancellation.ThrowIfCancellationRequested();
        _scope = scope;
        _value = await work(scope);
    }

    protected override void NoteCommitted()
    {
        try
        {
            _scope!.NoteCommitted();
        }
        finally
        {
            _result.TrySetResult(_value);
        }
    }

    protected override void Fail(Exception error) => _result.TrySetException(error);
}

/// <summary>Marks on inbox and outbox.</summary>
internal sealed class SqliteMarks(Action<IMessageWriter> marks, Action committed, Action<Exception> failed)
    : SqliteWork
{
    public override Task Run(WriteScope scope)
    {
        marks(scope.Messages);
        return Task.CompletedTask;
    }

    protected override void NoteCommitted() => committed();

    protected override void Fail(Exception error) => failed(error);
}
