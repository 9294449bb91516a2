using System.Collections.Concurrent;

namespace CuratorBot.Host.Telegram.BotApi.Wire;

/// <summary>Cancellation sources with a time limit, used again as long as they did not fire.</summary>
internal sealed class DeadlinePool
{
    private readonly ConcurrentQueue<CancellationTokenSource> _idle = new();

    public CancellationTokenSource Rent(TimeSpan timeout)
    {
        var source = _idle.TryDequeue(out var used) ? used : new CancellationTokenSource();
        source.CancelAfter(timeout);
        return source;
    }

    public void Return(CancellationTokenSource source)
    {
        if (source.TryReset())
            _idle.Enqueue(source);
        else
            source.Dispose();
    }
}
