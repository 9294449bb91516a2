namespace CuratorBot.Host.Telegram.BotApi.Types;

/// <summary>
/// A type of the Bot API with the official names of its fields (snake_case on the wire).
/// It prints nothing but its name: names, phones, texts and secrets must not reach a log by accident.
/// </summary>
public abstract record BotApiType
{
    public sealed override string ToString() => GetType().Name;
}
