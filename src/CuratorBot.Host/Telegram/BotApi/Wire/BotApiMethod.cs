namespace CuratorBot.Host.Telegram.BotApi.Wire;

/// <summary>A method and its address. The address holds the token, so that only the name is ever printed.</summary>
internal sealed class BotApiMethod(string name, Uri address)
{
    public string Name => name;

    public Uri Address => address;

    public override string ToString() => name;
}
