using System.Diagnostics;
using CuratorBot.Host.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CuratorBot.Host.Tests.Support;

/// <summary>The real host from its first line on, inside the process of the tests, so that they see into it.</summary>
internal sealed class HostInProcess : IAsyncDisposable
{
    private static readonly AsyncLocal<TaskCompletionSource<IHost>?> Awaited = new();

    private readonly string _folder;
    private readonly Task _run;
    private readonly IHost _host;

    private HostInProcess(string folder, Uri address, Task run, IHost host)
    {
        (_folder, _run, _host) = (folder, run, host);
        Http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = address };
    }

    public HttpClient Http { get; }

    public T Get<T>()
        where T : notnull => _host.Services.GetRequiredService<T>();

    /// <param name="settings">As on a command line: «--Telegram:Mode=webhook».</param>
    public static async Task<HostInProcess> Start(params string[] settings)
    {
        var folder = Directory.CreateTempSubdirectory("curatorbot-inside-").FullName;
        var address = new Uri($"http://127.0.0.1:{HostUnderTest.FreePort()}");
        string[] arguments =
        [
            $"--Urls={address.ToString().TrimEnd('/')}",
            $"--Storage:DataDirectory={folder}",
            .. settings,
        ];
        var built = new TaskCompletionSource<IHost>(TaskCreationOptions.RunContinuationsAsynchronously);
        using var listening = DiagnosticListener.AllListeners.Subscribe(new Listeners());
        var run = Task.Factory.StartNew(
            () =>
            {
                Awaited.Value = built;
                typeof(HostSettings).Assembly.EntryPoint!.Invoke(null, [arguments]);
            },
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default
        );
        if (await Task.WhenAny(built.Task, run) == run)
            await EndedTooSoon(run);
        var host = await built.Task;
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var _ = host
            .Services.GetRequiredService<IHostApplicationLifetime>()
            .ApplicationStarted.Register(started.SetResult);
        if (await Task.WhenAny(started.Task, run).WaitAsync(HostUnderTest.Patience) == run)
            await EndedTooSoon(run);
        return new HostInProcess(folder, address, run, host);
    }

    private static async Task EndedTooSoon(Task run)
    {
        await run;
        throw new InvalidOperationException(
            "The host ended before it had started; it says why on the console."
        );
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _host.StopAsync();
        await _run;
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>Every host that is built says so; only the one that this flow of control began is meant.</summary>
    private sealed class Listeners : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
    {
        public void OnNext(DiagnosticListener value)
        {
            if (value.Name == "Microsoft.Extensions.Hosting")
                value.Subscribe(this);
        }

        public void OnNext(KeyValuePair<string, object?> value)
        {
            if (value is { Key: "HostBuilt", Value: IHost host })
                Awaited.Value?.TrySetResult(host);
        }

        public void OnCompleted() { }

        public void OnError(Exception error) { }
    }
}
