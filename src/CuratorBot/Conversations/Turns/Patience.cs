using System.Collections.Concurrent;
using CuratorBot.Data;
using CuratorBot.Messaging.Receiving;

namespace CuratorBot.Conversations.Turns;

/// <summary>
/// Lets go what comes to no end, so that the lane of the person is free again. Whatever it still does, its answer is
/// thrown away; it keeps its database connection until it ends. All that runs is looked at once a second by one
/// timer: timers of its own for each turn cost a sixth of what the bot can answer.
/// </summary>
internal sealed class Patience : IDisposable
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<Running, CancellationToken> _running = new();
    private readonly RealTime _realTime;
    private readonly ITimer _timer;

    public Patience(RealTime realTime)
    {
        _realTime = realTime;
        _timer = realTime.Provider.CreateTimer(_ => Look(), null, BetweenLooks, BetweenLooks);
    }

    /// <param name="work">Runs on a thread of its own, so that even a thread that never comes back holds nobody up.</param>
    /// <exception cref="StuckException">It took longer, by a second at most.</exception>
    /// <exception cref="OperationCanceledException">The bot stops.</exception>
    public Task<T> Within<T>(TimeSpan longest, Func<Task<T>> work, CancellationToken stopping)
    {
        var running = new Running<T>(_realTime.Elapsed + longest, longest);
        _running[running] = stopping;
        _ = Task.Run(() => Run(running, work), CancellationToken.None);
        return running.Ended;
    }

    /// <summary>The same for work that can hear that it is let go, and then stops.</summary>
    /// <exception cref="StuckException">It took longer.</exception>
    public async Task<T> Within<T>(
        TimeSpan longest,
        Func<CancellationToken, Task<T>> work,
        CancellationToken stopping
    )
    {
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        try
        {
            return await Within(longest, () => work(ends.Token), stopping);
        }
        catch
        {
            await ends.CancelAsync();
            throw;
        }
    }

    public void Dispose() => _timer.Dispose();

    private async Task Run<T>(Running<T> running, Func<Task<T>> work)
    {
        try
        {
            var result = await work();
            _running.TryRemove(running, out _);
            running.End(result);
        }
        catch (Exception error)
        {
            _running.TryRemove(running, out _);
            running.LetGo(error);
        }
    }

    private void Look()
    {
        var now = _realTime.Elapsed;
        foreach (var (running, stopping) in _running)
        {
            if (stopping.IsCancellationRequested)
                LetGo(running, new OperationCanceledException(stopping));
            else if (now >= running.Until)
                LetGo(
                    running,
                    new StuckException($"It took longer than {running.Longest.TotalSeconds} seconds.")
                );
        }
    }

    /// <summary>What follows runs elsewhere: the next look waits for nobody.</summary>
    private void LetGo(Running running, Exception why)
    {
        if (_running.TryRemove(running, out _))
            _ = Task.Run(() => running.LetGo(why));
    }

    private abstract class Running(TimeSpan until, TimeSpan longest)
    {
        public TimeSpan Until => until;
        public TimeSpan Longest => longest;

        public abstract void LetGo(Exception why);
    }

    /// <summary>What is said first holds: an answer that comes after it was let go is thrown away.</summary>
    private sealed class Running<T>(TimeSpan until, TimeSpan longest) : Running(until, longest)
    {
        private readonly TaskCompletionSource<T> _end = new();

        public Task<T> Ended => _end.Task;

        public void End(T result) => _end.TrySetResult(result);

        public override void LetGo(Exception why) => _end.TrySetException(why);
    }
}
