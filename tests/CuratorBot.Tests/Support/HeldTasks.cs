using System.Collections.Concurrent;
using CuratorBot.LongTasks;

namespace CuratorBot.Tests.Support;

/// <summary>Notes which long tasks are to be made, and makes none.</summary>
internal sealed class HeldTasks : ILongTaskRunner
{
    private readonly ConcurrentQueue<long> _begun = new();

    public void Begin(long id) => _begun.Enqueue(id);

    /// <summary>What was begun since, in order.</summary>
    public IReadOnlyList<long> Take()
    {
        var taken = new List<long>();
        while (_begun.TryDequeue(out var id))
            taken.Add(id);
        return taken;
    }
}
