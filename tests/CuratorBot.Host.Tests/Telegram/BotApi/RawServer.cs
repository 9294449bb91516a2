using System.Net;
using System.Net.Sockets;

namespace CuratorBot.Host.Tests.Telegram.BotApi;

/// <summary>Below HTTP: treats each connection as the test says, then resets it.</summary>
public sealed class RawServer : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly Task serving;
    private int connections;

    public RawServer(Func<NetworkStream, Task> treat)
    {
        listener.Start();
        serving = ServeAsync(treat);
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    public int Connections => connections;

    /// <summary>Reads until the end of a request whose body contains no line break of its own.</summary>
    public static async Task ReadRequestAsync(NetworkStream stream)
    {
        var read = new List<byte>();
        var buffer = new byte[4096];
        while (read.Count is 0 || read[^1] is not (byte)'}')
            read.AddRange(buffer.AsSpan(0, await stream.ReadAsync(buffer)));
    }

    public async ValueTask DisposeAsync()
    {
        listener.Stop();
        await serving;
    }

    private async Task ServeAsync(Func<NetworkStream, Task> treat)
    {
        while (await AcceptAsync() is { } socket)
        {
            Interlocked.Increment(ref connections);
            await treat(new NetworkStream(socket));
            socket.LingerState = new LingerOption(true, 0);
            socket.Dispose();
        }
    }

    private async Task<Socket?> AcceptAsync()
    {
        try
        {
            return await listener.AcceptSocketAsync();
        }
        catch (Exception stopped)
            when (stopped is SocketException or ObjectDisposedException or InvalidOperationException)
        {
            return null; // it was stopped while a connection was waited for, or between two
        }
    }
}
