using CuratorBot.Host.Telegram.BotApi.Requests;
using CuratorBot.Host.Telegram.BotApi.Types;
using CuratorBot.Host.Telegram.BotApi.Wire;

namespace CuratorBot.Host.Telegram.BotApi;

public sealed partial class BotApiClient
{
    private static readonly AnswerReader<User> AUser = Answers.Of(BotApiJsonContext.Default.User);

    public ValueTask<BotApiResult<User>> GetMe(CancellationToken cancel = default) =>
        Call("getMe", new(), BotApiJsonContext.Default.NoParameters, AUser, cancel);

    public ValueTask<BotApiResult<bool>> SetMyCommands(
        SetMyCommands request,
        CancellationToken cancel = default
    ) => Call("setMyCommands", request, BotApiJsonContext.Default.SetMyCommands, Answers.Done, cancel);
}
