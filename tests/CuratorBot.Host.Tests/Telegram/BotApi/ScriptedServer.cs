using System.Collections.Concurrent;
using System.Text;
using CuratorBot.Host.Telegram.BotApi;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CuratorBot.Host.Tests.Telegram.BotApi;

/// <summary>A real HTTP server that answers every request in the way the test says.</summary>
public sealed class ScriptedServer : IAsyncDisposable
{
    public const string Token = "123456789:CANARY_token_that-must-never-be-seen";
    private readonly WebApplication app;

    private ScriptedServer(WebApplication app) => this.app = app;

    public ConcurrentQueue<(string Path, string? ContentType, byte[] Body)> Requests { get; } = new();

    public CapturingLogger Log { get; } = new();

    public string Address => app.Urls.First();

    public static Task<ScriptedServer> Json(string body, int status = 200) =>
        Text(body, status, "application/json");

    public static Task<ScriptedServer> Text(string body, int status, string contentType) =>
        Start(http =>
        {
            http.Response.StatusCode = status;
            http.Response.ContentType = contentType;
            return http.Response.WriteAsync(body);
        });

    public static async Task<ScriptedServer> Start(Func<HttpContext, Task> answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = null);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = new ScriptedServer(builder.Build());
        server.app.Run(async http =>
        {
            using var body = new MemoryStream();
            await http.Request.Body.CopyToAsync(body);
            server.Requests.Enqueue((http.Request.Path.Value!, http.Request.ContentType, body.ToArray()));
            await answer(http);
        });
        await server.app.StartAsync();
        return server;
    }

    public BotApiClient Client(BotApiTimeouts? timeouts = null) => ClientOf(Address, Log, timeouts);

    public static BotApiClient ClientOf(
        string address,
        CapturingLogger log,
        BotApiTimeouts? timeouts = null
    ) => new(new TelegramOptions { Token = Token, ApiBaseUrl = address }, log, TimeProvider.System, timeouts);

    internal CuratorTelegramClient Bot() =>
        CuratorTelegramClient.Of(
            new TelegramOptions { Token = Token, ApiBaseUrl = Address },
            new BotApiLog(Log),
            TimeProvider.System,
            new BotApiTimeouts(),
            new TokenGate(TimeProvider.System)
        );

    public string LastBody => Encoding.UTF8.GetString(Requests.Last().Body);

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
