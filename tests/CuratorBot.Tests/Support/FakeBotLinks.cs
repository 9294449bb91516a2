using CuratorBot.Messaging;

namespace CuratorBot.Tests.Support;

/// <summary>The bot of the tests has a name.</summary>
public sealed class FakeBotLinks : IBotLinks
{
    public string? ChatLink => "https://t.me/curator_bot";

    public string? StartLink(string token) => $"https://t.me/curator_bot?start={token}";
}
