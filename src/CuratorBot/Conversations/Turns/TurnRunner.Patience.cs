using CuratorBot.Messaging.Receiving;

namespace CuratorBot.Conversations.Turns;

/// <content>
/// What comes to no end is let go, so that the lane of the person is free again. Whatever it still does, its answer
/// is thrown away; it keeps its database connection until it ends. A preparation hears of it, and may stop.
/// </content>
public sealed partial class TurnRunner
{
    private static readonly TimeSpan LongestTurn = TimeSpan.FromSeconds(30);

    /// <summary>As long as the whole of one download may take.</summary>
    private static readonly TimeSpan LongestPreparation = TimeSpan.FromMinutes(3);

    /// <param name="work">Runs on a thread of its own, so that even a thread that never comes back holds nobody up.</param>
    /// <exception cref="StuckException">It took longer.</exception>
    private async Task<T> Prepared<T>(
        TimeSpan longest,
        Func<CancellationToken, Task<T>> work,
        CancellationToken stopping
    )
    {
        var limit = new CancellationTokenSource(longest, realTime.Provider);
        var ends = CancellationTokenSource.CreateLinkedTokenSource(stopping, limit.Token);
        var running = Task.Run(() => work(ends.Token), CancellationToken.None);
        _ = running.ContinueWith(
            _ =>
            {
                ends.Dispose();
                limit.Dispose();
            },
            TaskScheduler.Default
        );
        try
        {
            return await running.WaitAsync(longest, realTime.Provider, stopping);
        }
        catch (Exception error)
            when (!stopping.IsCancellationRequested
                && (
                    (error is TimeoutException && !running.IsCompleted)
                    || (error is OperationCanceledException && limit.IsCancellationRequested)
                )
            )
        {
            throw new StuckException($"It took longer than {longest.TotalSeconds} seconds.");
        }
    }
}
