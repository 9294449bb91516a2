using System.Collections.Concurrent;
using CuratorBot.Data;

namespace CuratorBot.Messaging.Sending;

/// <summary>Answers that wait to be sent and lie in no table meanwhile: how many, and how long the oldest waits.</summary>
public sealed class UnstoredAnswers(RealTime realTime)
{
    private readonly ConcurrentDictionary<Task, TimeSpan> _since = new();

    public int Count => _since.Count;

    /// <summary>Null when none waits.</summary>
    public TimeSpan? OldestAge
    {
        get
        {
            TimeSpan? oldest = null;
            foreach (var (_, since) in _since)
                oldest = oldest is null || since < oldest ? since : oldest;
            return realTime.Elapsed - oldest;
        }
    }

    /// <param name="settled">Done when nothing more is to be sent of the answer.</param>
    public void Note(Task settled)
    {
        _since[settled] = realTime.Elapsed;
        _ = settled.ContinueWith(
            done => _since.TryRemove(done, out _),
            CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default
        );
    }
}
