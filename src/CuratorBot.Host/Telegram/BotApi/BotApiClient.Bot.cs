using CuratorBot.Host.Telegram.BotApi.Requests;
using CuratorBot.Host.Telegram.BotApi.Types;
using CuratorBot.Host.Telegram.BotApi.Wire;

namespace CuratorBot.Host.Telegram.BotApi;

public sealed partial class BotApiClient
{
    private static readonly AnswerReader<User> AUser = Answers.Of(BotApiJsonContext.Default.User);

    public ValueTask<BotApiResult<User>> GetMeAsync(CancellationToken cancel = default) =>
        CallAsync("getMe", new(), BotApiJsonContext.Default.NoParameters, AUser, cancel);

    public ValueTask<BotApiResult<bool>> SetMyCommandsAsync(
        SetMyCommands request,
        CancellationToken cancel = default
    ) => CallAsync("setMyCommands", request, BotApiJsonContext.Default.SetMyCommands, Answers.Done, cancel);
}
