using Telegram.Bot;
using Telegram.Bot.Requests;
using Telegram.Bot.Types;

namespace CuratorBot.Host.Telegram.BotApi;

public sealed partial class BotApiClient
{
    public ValueTask<BotApiResult<User>> GetMe(CancellationToken cancel = default) => Ask(Bot.GetMe(cancel));

    public ValueTask<BotApiResult<bool>> SetMyCommands(
        SetMyCommandsRequest request,
        CancellationToken cancel = default
    ) => Ask(Bot.SendRequest(request, cancel));
}
