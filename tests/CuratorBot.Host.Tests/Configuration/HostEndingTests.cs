using CuratorBot.Host.Configuration;
using CuratorBot.Host.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CuratorBot.Host.Tests.Configuration;

/// <summary>A supervisor starts again what ended by an error, and leaves alone what was asked to stop.</summary>
public sealed class HostEndingTests
{
    [Fact]
    public async Task A_part_that_fails_ends_the_host_with_an_error_code()
    {
        using var host = With<Failing>();
        await host.StartAsync();
        await host.WaitForShutdownAsync();

        Assert.NotEqual(0, HostEnding.CodeOf(host.Services));
    }

    [Fact]
    public async Task A_host_that_is_asked_to_stop_ends_well()
    {
        using var host = With<Waiting>();
        await host.StartAsync();
        await host.StopAsync();

        Assert.Equal(0, HostEnding.CodeOf(host.Services));
    }

    [Fact]
    public async Task A_stop_in_the_middle_of_the_start_is_no_error()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Services.AddHostedService<StoppedWhileStarting>();

        Assert.False(await HostEnding.Start(builder.Build()));
    }

    [Fact]
    public async Task What_fails_in_the_start_is_told()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Services.AddHostedService<CancelledOfItself>();
        await using var app = builder.Build();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => HostEnding.Start(app));
    }

    [Fact]
    public async Task The_bot_ends_with_an_error_code_when_it_cannot_work()
    {
        await using var stage = await Stage.OpenAndStart();
        await stage.Host.Stop();
        await using (
            var connection = new SqliteConnection(
                $"Data Source={Path.Combine(stage.Folder, "curatorbot.db")};Pooling=False"
            )
        )
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = "ALTER TABLE outbox RENAME TO lost";
            await command.ExecuteNonQueryAsync();
        }

        await using var host = stage.Launch();
        Assert.NotEqual(0, await host.WaitForExit());
    }

    private static IHost With<T>()
        where T : class, IHostedService
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateApplicationBuilder();
        builder.Services.AddHostedService<T>();
        return builder.Build();
    }

    private sealed class Failing : BackgroundService
    {
        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            await Task.Yield();
            throw new InvalidOperationException();
        }
    }

    private sealed class StoppedWhileStarting(IHostApplicationLifetime lifetime) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken)
        {
            lifetime.StopApplication();
            cancellationToken.ThrowIfCancellationRequested();
            throw new InvalidOperationException("The start went on.");
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }

    private sealed class CancelledOfItself : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken) => throw new OperationCanceledException();

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }

    private sealed class Waiting : BackgroundService
    {
        protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
            Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, stoppingToken);
    }
}
