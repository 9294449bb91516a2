using CuratorBot.Files;
using CuratorBot.Host.Telegram.BotApi;
using CuratorBot.Messaging.Receiving;
using CuratorBot.Messaging.Sending;
using Microsoft.Extensions.Options;

namespace CuratorBot.Host.Telegram;

/// <summary>
/// Begins to work once the web server listens, because in the playground the Bot API is that very server:
/// first what an earlier run left behind, then new updates.
/// </summary>
public sealed class BotWorker(IServiceProvider services, IHostApplicationLifetime lifetime)
    : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var _ = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(stoppingToken);

        services.GetRequiredService<FileStore>().RemoveUnfinished();
        var outbox = services.GetRequiredService<Outbox>();
        outbox.Start();
        // In the playground, to whom it sends is gone soon after the host begins to stop.
        await using var held = lifetime.ApplicationStopping.Register(outbox.BeginNothingNew);
        services.GetRequiredService<Inbox>().Start();
        var options = services.GetRequiredService<IOptions<TelegramOptions>>().Value;
        BackgroundService source =
            options.Mode == TelegramMode.Webhook
                ? ActivatorUtilities.CreateInstance<WebhookRegistration>(services)
                : ActivatorUtilities.CreateInstance<PollingLoop>(services);
        // It stops asking when the host begins to stop: in the playground, whom it asks is gone soon after.
        using var over = CancellationTokenSource.CreateLinkedTokenSource(
            stoppingToken,
            lifetime.ApplicationStopping
        );
        await source.StartAsync(over.Token);
        await source.ExecuteTask!;
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await services.GetRequiredService<Outbox>().Stop(cancellationToken);
    }
}
