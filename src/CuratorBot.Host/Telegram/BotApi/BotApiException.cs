using Telegram.Bot.Exceptions;

namespace CuratorBot.Host.Telegram.BotApi;

/// <summary>How a failure leaves Telegram.Bot's own methods. It says no more than the kind of it: no address, no token.</summary>
public sealed class BotApiException(BotApiFailure failure) : RequestException(failure.Kind)
{
    public BotApiFailure Failure => failure;
}
