namespace CuratorBot.Sweeping;

/// <summary>
/// Wakes what is due. Safe to call at any time, twice and from two places: one look follows the other, so none
/// writes down a time that is older than what the one before it wrote. A sweep that fails keeps no other waiting.
/// </summary>
public sealed class Sweeper(IEnumerable<ISweep> sweeps, TimeProvider clock, Isolated isolated) : IDisposable
{
    private readonly SemaphoreSlim _one = new(1);

    public async Task Sweep(CancellationToken cancellation = default)
    {
        await _one.WaitAsync(cancellation);
        try
        {
            var now = clock.GetUtcNow();
            foreach (var sweep in sweeps)
                await isolated.Run(sweep.Name, () => sweep.Run(now, cancellation), cancellation);
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();
}
