using System.Net;
using CuratorBot.Playground.Chats;
using CuratorBot.Playground.Faults;
using CuratorBot.Playground.Log;
using CuratorBot.Playground.Phones;
using CuratorBot.Playground.Updates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CuratorBot.Playground;

/// <summary>A <see cref="PlaygroundWorld"/> on a bare Kestrel of its own, for tests and loads.</summary>
public sealed class PlaygroundServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private PlaygroundServer(WebApplication app, PlaygroundWorld world)
    {
        _app = app;
        World = world;
        Address = new Uri(app.Urls.First());
    }

    public PlaygroundWorld World { get; }

    /// <summary>Such as <c>http://127.0.0.1:41234/</c>; the base address of the Bot API and of the page.</summary>
    public Uri Address { get; }
    public RequestLog Log => World.Log;
    public FaultPlan Faults => World.Faults;
    public UpdateQueue Updates => World.Updates;

    public static async Task<PlaygroundServer> Start(PlaygroundOptions? options = null)
    {
        options ??= new PlaygroundOptions();
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, options.Port);
        });
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(1));
        var app = builder.Build();
        var world = new PlaygroundWorld(options);
        app.UsePlayground(world);
        app.Run(static context =>
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        });
        await app.StartAsync();
        return new PlaygroundServer(app, world);
    }

    /// <inheritdoc cref="PlaygroundWorld.Phone" />
    public Phone Phone(long userId) => World.Phone(userId);

    /// <inheritdoc cref="PlaygroundWorld.WaitForMessage" />
    public Task<ChatMessage> WaitForMessage(
        long chatId,
        Func<ChatMessage, bool>? matches = null,
        TimeSpan? timeout = null,
        int after = 0
    ) => World.WaitForMessage(chatId, matches, timeout, after);

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await World.DisposeAsync();
        await _app.DisposeAsync();
    }
}
