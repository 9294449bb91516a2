using CuratorBot.Data;
using CuratorBot.Messaging;

namespace CuratorBot.Conversations.Limits;

/// <summary>What was refused because it cannot come from a button or a command that the bot offered.</summary>
public enum Forgery
{
    /// <summary>A button that was never offered, or that lies so far back that nobody remembers it.</summary>
    UnknownButton = 1,

    /// <summary>A button of another chat.</summary>
    ForeignButton = 2,

    /// <summary>Any button in a group, where the bot offers none that does something.</summary>
    ButtonInGroup = 3,

    /// <summary>A command in a message that somebody else wrote.</summary>
    ForwardedCommand = 4,
}

/// <summary>Keeps a note of forgeries.</summary>
public interface IWatch
{
    /// <summary>False when there have been so many lately that one more tells nothing.</summary>
    bool Wants(InboxItem item);

    /// <param name="chatOfButton">Where the button was offered, when that is known.</param>
    Task Note(CuratorBotDb db, IncomingMessage message, Forgery forgery, long? chatOfButton);
}
