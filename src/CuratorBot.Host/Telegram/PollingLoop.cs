using CuratorBot.Data;
using CuratorBot.Host.Telegram.BotApi;
using CuratorBot.Messaging;
using CuratorBot.Messaging.Receiving;
using Telegram.Bot.Requests;

namespace CuratorBot.Host.Telegram;

/// <summary>
/// Fetches updates by long polling. The offset moves on, which makes Telegram forget the updates, only after
/// they are in the inbox.
/// </summary>
public sealed partial class PollingLoop(
    BotApiClient api,
    Inbox inbox,
    TelegramLinks links,
    Fetching fetching,
    RealTime realTime,
    ILogger<PollingLoop> log
) : BackgroundService
{
    private const int TimeoutSeconds = 30;

    /// <summary>With more waiting than this, Telegram keeps the rest for us.</summary>
    private const int MostBacklog = 5_000;

    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(60);

    private bool _webhookIsGone;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        int? offset = null;
        var (failures, refusals) = (0, 0);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await Prepare(stoppingToken);
                (offset, var failure) = await Poll(offset, stoppingToken);
                fetching.Note(failure);
                (failures, refusals) = (failure is null ? 0 : failures + 1, 0);
                if (failure is not null)
                    await realTime.Delay(PauseAfter(failure, failures), stoppingToken);
                while (inbox.Backlog > MostBacklog)
                    await realTime.Delay(TimeSpan.FromMilliseconds(20), stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (StorageException)
            {
                if (refusals == 0)
                    LogNotStored(log);
                await realTime
                    .Delay(StorageException.PauseAfter(refusals++), stoppingToken)
                    .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    /// <summary>Telegram gives no updates while a webhook is set; waiting ones stay.</summary>
    private async Task Prepare(CancellationToken stopping)
    {
        if (!_webhookIsGone)
        {
            var deleted = await api.DeleteWebhook(stopping);
            _webhookIsGone = deleted.IsOk;
            if (deleted.Failure is { } failure && !stopping.IsCancellationRequested)
                LogFailed(log, failure.Kind);
        }
        await links.Learn(stopping);
    }

    private async Task<(int? Offset, BotApiFailure? Failure)> Poll(int? offset, CancellationToken stopping)
    {
        var request = new GetUpdatesRequest
        {
            Offset = offset,
            Limit = 100,
            Timeout = TimeoutSeconds,
            AllowedUpdates = TelegramUpdates.Wanted,
        };
        var result = await api.GetUpdates(request, stopping);
        if (!result.TryGet(out var batch, out var failure))
        {
            if (!stopping.IsCancellationRequested)
                LogFailed(log, failure.Kind);
            return (offset, failure);
        }
        using (batch)
        {
            var updates = new List<ReceivedUpdate>(batch.Updates.Count);
            foreach (var json in batch.Updates)
            {
                // A number beyond what a poll can name comes from no Telegram, and could never be confirmed.
                if (TelegramUpdates.Read(json.Span) is { UpdateId: < int.MaxValue } update)
                    updates.Add(update);
                else
                    LogNumberless(log);
            }
            if (updates.Count == 0)
                return (offset, batch.Updates.Count == 0 ? null : new BotApiFailure.Failed(200));
            await inbox.Accept(TelegramChannel.ChannelName, updates, stopping);
            return ((int)updates.Max(update => update.UpdateId) + 1, null);
        }
    }

    private static TimeSpan PauseAfter(BotApiFailure failure, int failures) =>
        failure switch
        {
            BotApiFailure.RetryAfter retry => retry.Delay,
            // Then the gate lets this call through, and no other has gone meanwhile.
            BotApiFailure.Rejected { IsTokenRefused: true } => TokenGate.BetweenTries,
            BotApiFailure.Rejected { IsConflict: true } => TimeSpan.FromSeconds(Math.Min(30, 3 * failures)),
            _ => TimeSpan.FromSeconds(
                Math.Min(LongestPause.TotalSeconds, 0.5 * Math.Pow(2, Math.Min(failures, 8) - 1))
            ),
        };

    [LoggerMessage(LogLevel.Warning, "Updates could not be fetched: {Kind}")]
    private static partial void LogFailed(ILogger log, string kind);

    [LoggerMessage(LogLevel.Error, "Updates could not be stored; Telegram keeps them")]
    private static partial void LogNotStored(ILogger log);

    [LoggerMessage(LogLevel.Error, "An update without a number was left out")]
    private static partial void LogNumberless(ILogger log);
}
