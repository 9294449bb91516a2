namespace CuratorBot.LongTasks;

/// <summary>How far a task is. Whoever makes it notes it as often as she likes; it is told now and then.</summary>
public sealed class LongTaskProgress
{
    private volatile int _percent;

    /// <summary>0 to 100.</summary>
    public int Percent => _percent;

    /// <summary>The same items, each noted once it was taken.</summary>
    public IEnumerable<T> Over<T>(IReadOnlyCollection<T> items, CancellationToken cancellation)
    {
        var taken = 0;
        foreach (var item in items)
        {
            cancellation.ThrowIfCancellationRequested();
            yield return item;
            _percent = ++taken * 100 / items.Count;
        }
    }
}
