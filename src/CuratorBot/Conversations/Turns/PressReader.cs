using CuratorBot.Messaging;
using CuratorBot.Messaging.Sending;

namespace CuratorBot.Conversations.Turns;

/// <summary>A button that was pressed: the message it stands under and what it does.</summary>
public sealed record PressedButton(OutgoingMessage Message, Choice Choice);

/// <summary>Finds what a pressed button does. What it carries was on the wire, so none of it is believed.</summary>
public sealed class PressReader(IMessageReader reader)
{
    /// <param name="Button">Null when the bot never offered it, or not in this chat.</param>
    /// <param name="ElsewhereChat">The chat in which it was offered, when that is another one.</param>
    public sealed record Found(PressedButton? Button, long? ElsewhereChat = null);

    public Found Find(IncomingMessage message)
    {
        if (!ButtonId.TryRead(message.Pressed, out var outboxId, out var place))
            return new Found(null);
        var row = reader.Find(outboxId);
        if (row is null || row.Channel != message.Channel)
            return new Found(null);
        if (row.ChatId != message.ChatId)
            return new Found(null, row.ChatId);
        var outgoing = Outbox.Read(row);
        var choice = outgoing.Choices.SelectMany(line => line).ElementAtOrDefault(place);
        return new Found(choice is null ? null : new PressedButton(outgoing, choice));
    }
}
