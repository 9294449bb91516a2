namespace CuratorBot.Playground.Log;

/// <summary>Tells whoever waits that something changed; costs one read while nobody waits.</summary>
internal sealed class Signal
{
    private TaskCompletionSource? _waiting;

    /// <summary>Ask for it before looking at the state, so that no change slips between.</summary>
    public Task Next()
    {
        while (true)
        {
            if (Volatile.Read(ref _waiting) is { } waiting)
                return waiting.Task;
            var fresh = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            if (Interlocked.CompareExchange(ref _waiting, fresh, null) is null)
                return fresh.Task;
        }
    }

    public void Raise()
    {
        if (Volatile.Read(ref _waiting) is not null)
            Interlocked.Exchange(ref _waiting, null)?.TrySetResult();
    }

    /// <summary>Looks again after every change until <paramref name="find"/> has something.</summary>
    /// <exception cref="TimeoutException">Nothing came in time.</exception>
    public async Task<T> Until<T>(
        Func<T?> find,
        TimeSpan timeout,
        TimeProvider timers,
        Func<string> described
    )
        where T : class
    {
        var deadline = timers.GetUtcNow() + timeout;
        while (true)
        {
            var changed = Next();
            if (find() is { } found)
                return found;
            var left = deadline - timers.GetUtcNow();
            if (left <= TimeSpan.Zero)
                throw new TimeoutException(described());
            await changed.WaitAsync(left, timers).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
