using CuratorBot.Condition;
using CuratorBot.Data;
using CuratorBot.Host.Telegram.BotApi;
using CuratorBot.Messaging.Receiving;
using Microsoft.Extensions.Options;
using Telegram.Bot.Requests;

namespace CuratorBot.Host.Telegram;

/// <summary>Tells Telegram where to post, until it has heard; then asks every few minutes how that goes.</summary>
public sealed partial class WebhookRegistration(
    BotApiClient api,
    IOptions<TelegramOptions> options,
    TelegramLinks links,
    Inbox inbox,
    Fetching fetching,
    Troubles troubles,
    RealTime realTime,
    ILogger<WebhookRegistration> log
) : BackgroundService
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan ShortestPause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(60);

    private readonly SetWebhookRequest _request = new()
    {
        Url = options.Value.WebhookUrl!,
        SecretToken = options.Value.WebhookSecret,
        MaxConnections = 40,
        AllowedUpdates = TelegramUpdates.Wanted,
    };
    private bool _isSet;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var failures = 0;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var failure = await Step(stoppingToken);
                fetching.Note(failure);
                failures = failure is null ? 0 : failures + 1;
                await realTime.Delay(PauseAfter(failure, failures), stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
        }
    }

    /// <summary>What is still to be done of it, in this order; null when all of it was.</summary>
    private async Task<BotApiFailure?> Step(CancellationToken stopping)
    {
        if (!_isSet && (await api.SetWebhook(_request, stopping)).Failure is { } notSet)
        {
            LogFailed(log, notSet.Kind);
            return notSet;
        }
        _isSet = true;
        return await links.Learn(stopping) ?? await Look(stopping);
    }

    private async Task<BotApiFailure?> Look(CancellationToken stopping)
    {
        var asked = await api.GetWebhookInfo(stopping);
        if (!asked.TryGet(out var info, out var failure))
            return failure;
        if (!WebhookDoubts.IsOurs(info, _request.Url))
        {
            LogTakenAway(log);
            // It stays told of until the next look: whoever took it may do so again.
            Raise(
                "Something else took our webhook away, such as a second instance that polls. It is set anew."
            );
            return (await api.SetWebhook(_request, stopping)).Failure;
        }
        if (WebhookDoubts.Of(info, inbox.LastReceivedAt, realTime.Now) is { } doubt)
            Raise(doubt);
        else
            troubles.End(Parts.Webhook);
        return null;
    }

    private void Raise(string reason) => troubles.Raise(Parts.Webhook, Severity.NeedsPerson, reason);

    private static TimeSpan PauseAfter(BotApiFailure? failure, int failures) =>
        failure switch
        {
            null => BetweenLooks,
            BotApiFailure.RetryAfter retry => retry.Delay,
            BotApiFailure.Rejected { IsTokenRefused: true } => TokenGate.BetweenTries,
            _ => TimeSpan.FromSeconds(
                Math.Min(
                    LongestPause.TotalSeconds,
                    ShortestPause.TotalSeconds * Math.Pow(2, Math.Min(failures, 6) - 1)
                )
            ),
        };

    [LoggerMessage(LogLevel.Warning, "The webhook could not be set: {Kind}")]
    private static partial void LogFailed(ILogger log, string kind);

    [LoggerMessage(LogLevel.Warning, "The webhook was taken away or changed; it is set anew")]
    private static partial void LogTakenAway(ILogger log);
}
