using System.Threading.Channels;

namespace CuratorBot.Playground.Phones;

/// <summary>Hands events to the pages that listen, as server-sent events.</summary>
internal sealed class EventHub(PlaygroundWorld world) : IDisposable
{
    private readonly Lock _gate = new();
    private volatile Channel<byte[]>[] _listeners = [];

    public Channel<byte[]> Listen()
    {
        var listener = Channel.CreateBounded<byte[]>(
            new BoundedChannelOptions(1000) { FullMode = BoundedChannelFullMode.DropOldest }
        );
        lock (_gate)
            _listeners = [.. _listeners, listener];
        return listener;
    }

    public void Leave(Channel<byte[]> listener)
    {
        lock (_gate)
            _listeners = Array.FindAll(_listeners, other => other != listener);
        listener.Writer.TryComplete();
    }

    public void Publish(in PlaygroundEvent happened)
    {
        var listeners = _listeners;
        if (listeners.Length == 0)
            return;
        var bytes = EventJson.ServerSent(world, happened);
        foreach (var listener in listeners)
            listener.Writer.TryWrite(bytes);
    }

    public void Dispose()
    {
        foreach (var listener in _listeners)
            listener.Writer.TryComplete();
    }
}
