using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace CuratorBot.Benchmarks;

/// <summary>The real host in a process of its own, on a copy of the generated database.</summary>
internal sealed class HostProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly string _folder;

    private HostProcess(Process process, string folder) => (_process, _folder) = (process, folder);

    public double SecondsToReady { get; private set; }

    public static async Task<HostProcess> Start(string hostFolder, string databaseFolder, Uri botApi)
    {
        var folder = Directory.CreateTempSubdirectory("curatorbot-benchmark-run-").FullName;
        File.Copy(Path.Combine(databaseFolder, "curatorbot.db"), Path.Combine(folder, "curatorbot.db"));
        var address = $"http://127.0.0.1:{FreePort()}";
        var started = Stopwatch.GetTimestamp();
        var process = Process.Start(
            new ProcessStartInfo("dotnet")
            {
                ArgumentList = { Path.Combine(hostFolder, "CuratorBot.Host.dll") },
                WorkingDirectory = hostFolder,
                Environment =
                {
                    ["Urls"] = address,
                    ["Telegram__Token"] = "123456:benchmark",
                    ["Telegram__ApiBaseUrl"] = botApi.ToString(),
                    ["Storage__DataDirectory"] = folder,
                    ["Sending__MessagesPerSecond"] = "1000000",
                    ["Sending__MessagesPerSecondPerChat"] = "1000000",
                    ["Demo__Clock"] = "true",
                },
            }
        )!;
        var host = new HostProcess(process, folder);
        await host.WaitUntilReady(address);
        host.SecondsToReady = Stopwatch.GetElapsedTime(started).TotalSeconds;
        return host;
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

    private async Task WaitUntilReady(string address)
    {
        using var http = new HttpClient();
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        while (await tick.WaitForNextTickAsync())
        {
            if (_process.HasExited)
                throw new InvalidOperationException("The host ended before it was ready.");
            try
            {
                using var answer = await http.GetAsync(new Uri($"{address}/health"));
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
