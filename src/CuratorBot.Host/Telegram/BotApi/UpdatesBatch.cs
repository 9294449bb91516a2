using CuratorBot.Host.Telegram.BotApi.Wire;

namespace CuratorBot.Host.Telegram.BotApi;

/// <param name="Updates">Slices of the body, in the order of arrival.</param>
/// <param name="IsComplete">False when the body ends within the list; the updates before are whole.</param>
public readonly record struct UpdateSlices(IReadOnlyList<ReadOnlyMemory<byte>> Updates, bool IsComplete);

/// <summary>
/// One answer to getUpdates. The updates are slices of a pooled buffer: copy what must outlive
/// <see cref="Dispose"/>.
/// </summary>
public sealed class UpdatesBatch : IDisposable
{
    private readonly PooledBytes _body;
    private readonly UpdateSlices _slices;

    internal UpdatesBatch(PooledBytes body, UpdateSlices slices)
    {
        _body = body;
        _slices = slices;
    }

    /// <summary>Each as it came; for <see cref="BotApiJson.ParseUpdate"/>.</summary>
    public IReadOnlyList<ReadOnlyMemory<byte>> Updates => _slices.Updates;

    /// <summary>False when the connection ended early; the rest comes with the next call.</summary>
    public bool IsComplete => _slices.IsComplete;

    public void Dispose() => _body.Dispose();
}
