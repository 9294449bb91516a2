using Telegram.Bot;
using Telegram.Bot.Requests;
using Telegram.Bot.Types;

namespace CuratorBot.Host.Telegram.BotApi;

public sealed partial class BotApiClient
{
    /// <summary>
    /// Long polling. The client itself gives up 10 s after the poll should have ended. A batch that was cut on
    /// the way yields the updates that came whole; dispose it when they are committed.
    /// </summary>
    public ValueTask<BotApiResult<UpdatesBatch>> GetUpdates(
        GetUpdatesRequest request,
        CancellationToken cancel = default
    ) => Bot.Fetch(request, cancel);

    public ValueTask<BotApiResult<bool>> SetWebhook(
        SetWebhookRequest request,
        CancellationToken cancel = default
    ) => Ask(Bot.SendRequest(request, cancel));

    /// <summary>Waiting updates are kept for polling; there is deliberately no way to drop them here.</summary>
    public ValueTask<BotApiResult<bool>> DeleteWebhook(CancellationToken cancel = default) =>
        Ask(Bot.SendRequest(new DeleteWebhookRequest(), cancel));

    public ValueTask<BotApiResult<WebhookInfo>> GetWebhookInfo(CancellationToken cancel = default) =>
        Ask(Bot.GetWebhookInfo(cancel));
}
