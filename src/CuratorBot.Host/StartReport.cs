using CuratorBot.Data;
using CuratorBot.Host.Configuration;
using CuratorBot.Host.Telegram;
using CuratorBot.Host.Telegram.BotApi;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;

namespace CuratorBot.Host;

/// <summary>Tells the operator at the start what runs, how and where; and when Telegram has answered, as whom.</summary>
public sealed partial class StartReport(
    HostSettings settings,
    IOptions<TelegramOptions> telegram,
    IServer server,
    TelegramLinks links,
    RealTime realTime,
    IHostApplicationLifetime lifetime,
    ILogger<StartReport> log
) : BackgroundService
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(250);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(
            stoppingToken,
            lifetime.ApplicationStopping
        );
        try
        {
            await Until(() => lifetime.ApplicationStarted.IsCancellationRequested, over.Token);
            LogStarted(log, ProductVersion.Text, Mode, Addresses, settings.DataDirectory);
            await Until(() => links.ChatLink is not null, over.Token);
            LogListening(log, links.ChatLink![(links.ChatLink!.LastIndexOf('/') + 1)..]);
        }
        catch (OperationCanceledException) when (over.IsCancellationRequested)
        {
            // It is asked to stop before Telegram answered.
        }
    }

    private string Mode =>
        settings.Playground ? "playground"
        : telegram.Value.Mode == TelegramMode.Webhook ? "webhook"
        : "polling";

    private string Addresses =>
        string.Join(", ", server.Features.Get<IServerAddressesFeature>()?.Addresses ?? []);

    private async Task Until(Func<bool> holds, CancellationToken cancellation)
    {
        while (!holds())
            await realTime.Delay(BetweenLooks, cancellation);
    }

    [LoggerMessage(
        LogLevel.Information,
        "CuratorBot {Version}, mode {Mode}, address {Address}, data in {DataDirectory}"
    )]
    private static partial void LogStarted(
        ILogger log,
        string version,
        string mode,
        string address,
        string dataDirectory
    );

    [LoggerMessage(LogLevel.Information, "@{Bot} is listening")]
    private static partial void LogListening(ILogger log, string bot);
}
