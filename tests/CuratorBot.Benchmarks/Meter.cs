using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace CuratorBot.Benchmarks;

/// <summary>Pairs what was handed over with what was answered, chat by chat and in order.</summary>
internal sealed class Meter
{
    private readonly ConcurrentDictionary<long, ConcurrentQueue<long>> _open = new();
    private ConcurrentBag<double> _milliseconds = [];
    private TaskCompletionSource _all = new();
    private int _missing;

    public void NoteHandedOver(long chatId, long timestamp) =>
        _open.GetOrAdd(chatId, _ => new()).Enqueue(timestamp);

    public void NoteAnswered(long chatId, long timestamp)
    {
        if (_open.TryGetValue(chatId, out var waiting) && waiting.TryDequeue(out var handedOver))
            _milliseconds.Add(Stopwatch.GetElapsedTime(handedOver, timestamp).TotalMilliseconds);
        if (Interlocked.Decrement(ref _missing) == 0)
            _all.TrySetResult();
    }

    public Task WaitFor(int answers)
    {
        _all = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Volatile.Write(ref _missing, answers);
        return _all.Task;
    }

    public void Reset() => _milliseconds = [];

    public int Answered => _milliseconds.Count;

    /// <summary>The time within which this share of the questions was answered.</summary>
    public double Milliseconds(double share) => At([.. _milliseconds.Order()], share);

    public string Report(int updates, int? perSecond, double seconds, double cpu, HostProcess host)
    {
        var sorted = _milliseconds.Order().ToArray();
        var how = perSecond is { } rate ? $"at {rate}/s" : "at full speed";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"""

            {updates} updates «/status» {how}, {sorted.Length} answered:
              updates per second        {updates / seconds, 10:0}
              p50 / p99 / max, ms       {At(sorted, 0.50), 10:0.0} / {At(sorted, 0.99):0.0} / {sorted[^1]:0.0}
              CPU s per 1,000 updates   {cpu / updates * 1000, 10:0.000}
              memory of the host, MB    {host.MemoryMegabytes(), 10:0}
              start to ready, s         {host.SecondsToReady, 10:0.00}
            """
        );
    }

    private static double At(double[] sorted, double share) => sorted[(int)((sorted.Length - 1) * share)];
}
