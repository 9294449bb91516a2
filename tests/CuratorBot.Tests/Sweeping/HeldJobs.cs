using CuratorBot.Data;
using CuratorBot.Host.Clock;
using CuratorBot.Host.Jobs;
using CuratorBot.Tests.Support;
using Hangfire.Server;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace CuratorBot.Tests.Sweeping;

/// <summary>Hangfire as the host starts it, over the time of a machine that a test holds.</summary>
internal sealed class HeldJobs : IAsyncDisposable
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(2);

    private readonly ServiceProvider _services;
    private readonly JobEngine _engine;
    private readonly BackgroundProcessingServer _server;

    public HeldJobs(RealTime realTime, Wake wake)
    {
        _services = new ServiceCollection()
            .AddSingleton(wake)
            .AddSingleton<WakeJobs>()
            .BuildServiceProvider();
        _engine = new JobEngine(
            realTime,
            _services.GetRequiredService<IServiceScopeFactory>(),
            NullLoggerFactory.Instance,
            Poll
        );
        _engine.Every<WakeJobs>(
            wake.Name,
            wake.Cron,
            WakeJobs.Queue,
            work => work.Look(wake.Name, CancellationToken.None)
        );
        _server = _engine.Start((WakeJobs.Queue, 2));
    }

    /// <summary>Hangfire has woken it that often: all are over, but for the one that hangs.</summary>
    public Task Woken(int times) =>
        Until.True(() => _engine.Storage.GetMonitoringApi().GetStatistics().Succeeded >= times - 1);

    /// <summary>Until all that was begun is over.</summary>
    public Task Stop()
    {
        _server.SendStop();
        return _server.WaitForShutdownAsync(CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        await Stop();
        _server.Dispose();
        _engine.Dispose();
        await _services.DisposeAsync();
    }
}
