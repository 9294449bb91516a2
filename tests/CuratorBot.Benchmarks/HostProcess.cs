using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace CuratorBot.Benchmarks;

/// <summary>The real host in a process of its own, on a copy of the generated database.</summary>
internal sealed class HostProcess : IAsyncDisposable
{
    private readonly ProcessStartInfo _start;
    private readonly string _folder;
    private Process _process = new();

    private HostProcess(ProcessStartInfo start, string folder, Uri address) =>
        (_start, _folder, Address) = (start, folder, address);

    public Uri Address { get; }
    public double SecondsToReady { get; private set; }

    /// <param name="perSecond">Sending limits, over all chats and per chat; null lifts them.</param>
    public static async Task<HostProcess> Start(
        string hostFolder,
        string databaseFolder,
        Uri botApi,
        (double All, double Chat)? perSecond = null
    )
    {
        var folder = Directory.CreateTempSubdirectory("curatorbot-benchmark-run-").FullName;
        File.Copy(Path.Combine(databaseFolder, "curatorbot.db"), Path.Combine(folder, "curatorbot.db"));
        var address = $"http://127.0.0.1:{FreePort()}";
        var (all, chat) = perSecond ?? (1_000_000, 1_000_000);
        var start = new ProcessStartInfo("dotnet")
        {
            ArgumentList = { Path.Combine(hostFolder, "CuratorBot.Host.dll") },
            WorkingDirectory = hostFolder,
            Environment =
            {
                ["Urls"] = address,
                ["Telegram__Token"] = "123456:benchmark",
                ["Telegram__ApiBaseUrl"] = botApi.ToString(),
                ["Storage__DataDirectory"] = folder,
                ["Sending__MessagesPerSecond"] = all.ToString(CultureInfo.InvariantCulture),
                ["Sending__MessagesPerSecondPerChat"] = chat.ToString(CultureInfo.InvariantCulture),
                ["Demo__Clock"] = "true",
            },
        };
        var host = new HostProcess(start, folder, new Uri(address));
        await host.Launch();
        return host;
    }

    /// <summary>Ends it as a power cut would, and starts it again over the same data.</summary>
    public async Task KillAndRestart()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        await Launch();
    }

    private async Task Launch()
    {
        var started = Stopwatch.GetTimestamp();
        _process = Process.Start(_start)!;
        await WaitUntilReady();
        SecondsToReady = Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    /// <summary>The first look over the year's reminders after a start is not what is measured.</summary>
    public async Task WaitUntilIdle()
    {
        using var tick = new PeriodicTimer(TimeSpan.FromSeconds(1));
        for (var before = CpuSeconds(); await tick.WaitForNextTickAsync(); before = CpuSeconds())
        {
            if (CpuSeconds() - before < 0.05)
                return;
        }
    }

    public double CpuSeconds()
    {
        _process.Refresh();
        return _process.TotalProcessorTime.TotalSeconds;
    }

    public double MemoryMegabytes()
    {
        _process.Refresh();
        return _process.WorkingSet64 / 1024.0 / 1024.0;
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task WaitUntilReady()
    {
        using var http = new HttpClient();
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        while (await tick.WaitForNextTickAsync())
        {
            if (_process.HasExited)
                throw new InvalidOperationException("The host ended before it was ready.");
            try
            {
                using var answer = await http.GetAsync(new Uri(Address, "/health"));
                if (answer.IsSuccessStatusCode)
                    return;
            }
            catch (HttpRequestException)
            {
                continue; // it does not listen yet
            }
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
