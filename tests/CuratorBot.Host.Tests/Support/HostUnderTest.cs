using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace CuratorBot.Host.Tests.Support;

/// <summary>One run of the real host, in a process of its own.</summary>
internal sealed class HostUnderTest : IAsyncDisposable
{
    public const string Secret = "canary-token-9f3b7c51d2e84a60";
    public const string Token = $"123456:{Secret}";

    /// <summary>Generous, because the machine may be busy with other tests.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private readonly Process _process;
    private readonly StringBuilder _output = new();

    private HostUnderTest(Process process, Uri address)
    {
        (_process, Address) = (process, address);
        Http = new HttpClient { BaseAddress = address };
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public Uri Address { get; }
    public HttpClient Http { get; }
    public bool HasExited => _process.HasExited;
    public int ProcessId => _process.Id;

    /// <summary>Standard output and error so far.</summary>
    public string Output
    {
        get
        {
            lock (_output)
                return _output.ToString();
        }
    }

    /// <param name="botApi">Where the Bot API is; null opens the playground.</param>
    /// <param name="settings">Environment variables; null takes one away.</param>
    /// <param name="port">Where it listens; a free port when null.</param>
    public static HostUnderTest Launch(
        string dataDirectory,
        Uri? botApi,
        IReadOnlyDictionary<string, string?>? settings = null,
        int? port = null,
        params string[] arguments
    )
    {
        var address = new Uri($"http://127.0.0.1:{port ?? FreePort()}");
        // A file that may grow no more, by which a full disk is imitated, is to be an error and not the end. A shell
        // would drop the settings whose names hold a dot.
        var start = new ProcessStartInfo("env")
        {
            ArgumentList = { "--ignore-signal=XFSZ", "dotnet" },
            WorkingDirectory = dataDirectory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "CuratorBot.Host.dll"));
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        foreach (var (name, value) in Defaults(dataDirectory, address))
            start.Environment[name] = value;
        foreach (var (name, value) in botApi is null ? Playing : WithBotApi(botApi))
            start.Environment[name] = value;
        foreach (var (name, value) in settings ?? new Dictionary<string, string?>())
            start.Environment[name] = value;
        return new HostUnderTest(Process.Start(start)!, address);
    }

    public Task<HostUnderTest> WaitUntilHealthy() => WaitFor("/health");

    /// <summary>It works, though it may have something to tell of.</summary>
    public Task<HostUnderTest> WaitUntilAlive() => WaitFor("/health/live");

    private async Task<HostUnderTest> WaitFor(string path)
    {
        using var deadline = new CancellationTokenSource(Patience);
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (await tick.WaitForNextTickAsync(deadline.Token))
        {
            if (_process.HasExited)
                throw new InvalidOperationException($"The host ended with {_process.ExitCode}:\n{Output}");
            if (await Answers(path, deadline.Token))
                return this;
        }
        throw new TimeoutException(Output);
    }

    /// <summary>What /health says, be it well or not.</summary>
    public async Task<JsonElement> Health()
    {
        try
        {
            using var answer = await Http.GetAsync(new Uri("/health", UriKind.Relative));
            return await answer.Content.ReadFromJsonAsync<JsonElement>();
        }
        catch (HttpRequestException error)
        {
            await WaitForExit();
            throw new InvalidOperationException($"The host ended with {_process.ExitCode}:\n{Output}", error);
        }
    }

    /// <summary>Waits until /health is 503 and names this part among its reasons; what it says of it.</summary>
    public async Task<string> WaitForTrouble(string part)
    {
        string? told = null;
        await WaitForHealth(health =>
        {
            told = health
                .GetProperty("reasons")
                .EnumerateArray()
                .Where(reason => reason.GetProperty("part").GetString() == part)
                .Select(reason => reason.GetProperty("reason").GetString())
                .FirstOrDefault();
            return told is not null;
        });
        return told!;
    }

    /// <summary>Waits until <paramref name="holds"/> is true of /health.</summary>
    public async Task WaitForHealth(Func<JsonElement, bool> holds)
    {
        using var deadline = new CancellationTokenSource(Patience);
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (!holds(await Health()))
            await tick.WaitForNextTickAsync(deadline.Token);
    }

    /// <summary>Nothing is left to be handled, and nothing that was stored is left to be sent.</summary>
    public Task WaitUntilQuiet() =>
        WaitForHealth(health =>
            health.GetProperty("backlog").GetInt32() == 0
            && health.GetProperty("unsent") is { ValueKind: JsonValueKind.Number } unsent
            && unsent.GetInt32() == 0
        );

    public async Task WaitForOutput(string text)
    {
        using var deadline = new CancellationTokenSource(Patience);
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (!Output.Contains(text, StringComparison.Ordinal))
        {
            if (_process.HasExited)
                throw new InvalidOperationException($"The host ended with {_process.ExitCode}:\n{Output}");
            await tick.WaitForNextTickAsync(deadline.Token);
        }
    }

    /// <summary>Neither runs nor ends until it is resumed.</summary>
    public Task Pause() => Signal("STOP");

    public Task Resume() => Signal("CONT");

    /// <summary>As a power cut would.</summary>
    public async Task Kill()
    {
        _process.Kill();
        await WaitForExit();
    }

    /// <summary>Asks it to stop, as systemd and Docker do; its exit code.</summary>
    public async Task<int> Stop()
    {
        await Signal("TERM");
        return await WaitForExit();
    }

    /// <summary>Asks it to stop, and fails with what it wrote when it does not end well.</summary>
    public async Task EndWell()
    {
        if (await Stop() is not 0 and var code)
            Assert.Fail($"The host ended with {code}:\n{Output}");
    }

    public async Task<int> WaitForExit()
    {
        using var deadline = new CancellationTokenSource(Patience);
        await _process.WaitForExitAsync(deadline.Token);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            await Kill();
        Http.Dispose();
        _process.Dispose();
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private async Task Signal(string name)
    {
        using var kill = Process.Start("kill", [$"-{name}", $"{_process.Id}"]);
        await kill.WaitForExitAsync();
    }

    private static Dictionary<string, string?> Defaults(string dataDirectory, Uri address) =>
        new()
        {
            ["Telegram__Token"] = null,
            ["Storage__DataDirectory"] = dataDirectory,
            ["Urls"] = address.ToString().TrimEnd('/'),
            ["DOTNET_gcServer"] = "0",
            ["ASPNETCORE_ENVIRONMENT"] = null,
            ["ASPNETCORE_URLS"] = null,
            ["ASPNETCORE_HTTP_PORTS"] = null,
        };

    private static readonly Dictionary<string, string?> Playing = new() { ["Playground__Enabled"] = "true" };

    private static Dictionary<string, string?> WithBotApi(Uri botApi) =>
        new()
        {
            ["Telegram__Token"] = Token,
            ["Telegram__ApiBaseUrl"] = botApi.ToString().TrimEnd('/'),
            ["Demo__Seed"] = "true",
            ["Demo__Clock"] = "true",
            ["Sending__MessagesPerSecond"] = "1000",
            ["Sending__MessagesPerSecondPerChat"] = "1000",
            ["Limits__CommandsPerMinute"] = "1000000",
            ["Limits__PressesPerMinute"] = "1000000",
            ["Limits__UploadsPerMinute"] = "1000000",
            ["Limits__MessagesPerMinute"] = "1000000",
            ["Limits__StrangerMessagesPerMinute"] = "1000000",
            // As at the real rate of 25 messages a second.
            ["Sending__InFlight"] = "3",
        };

    private async Task<bool> Answers(string path, CancellationToken cancellation)
    {
        try
        {
            using var answer = await Http.GetAsync(new Uri(path, UriKind.Relative), cancellation);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false; // it does not listen yet
        }
    }

    private void Keep(string? line)
    {
        lock (_output)
            _output.AppendLine(line);
    }
}
