namespace CuratorBot.Playground.Updates;

/// <summary>A getUpdates that waits: for an update, for its time to pass, or for another one to replace it.</summary>
internal sealed class LongPoll : IDisposable
{
    private readonly TaskCompletionSource _woken = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ITimer _timer;
    private readonly CancellationTokenRegistration _abort;

    public LongPoll(TimeProvider timers, TimeSpan timeout, CancellationToken aborted)
    {
        _timer = timers.CreateTimer(
            static poll => ((LongPoll)poll!).Wake(),
            this,
            timeout,
            Timeout.InfiniteTimeSpan
        );
        _abort = aborted.UnsafeRegister(static poll => ((LongPoll)poll!).Wake(), this);
    }

    public bool Replaced { get; private set; }

    public Task Woken => _woken.Task;

    public void Wake() => _woken.TrySetResult();

    public void Replace()
    {
        Replaced = true;
        Wake();
    }

    public void Dispose()
    {
        _timer.Dispose();
        _abort.Dispose();
    }
}
