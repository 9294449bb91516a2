namespace CuratorBot.Messaging;

/// <summary>Links that open the bot. The host knows under which name the messenger knows it.</summary>
public interface IBotLinks
{
    /// <summary>A link that opens the bot and sends «/start token»; null when the bot's name is not known.</summary>
    string? StartLink(string token);

    /// <summary>A link that opens the private chat with the bot; null when its name is not known.</summary>
    string? ChatLink { get; }
}

/// <summary>For as long as the host knows no name: people then type the code.</summary>
internal sealed class NoBotLinks : IBotLinks
{
    public string? StartLink(string token) => null;

    public string? ChatLink => null;
}
