using CuratorBot.Playground.Chats;

namespace CuratorBot.Playground.Phones;

/// <content>Pressing what the bot put under its messages.</content>
public sealed partial class Phone
{
    /// <summary>Presses a button by its data or its text, and returns the id of the callback query.</summary>
    /// <exception cref="ArgumentException">No such button under this message.</exception>
    public string Press(int messageId, string button, long? chatId = null)
    {
        lock (_world.Chats.Gate)
        {
            var (chat, message) = Find(messageId, chatId);
            return Press(chat, message, DataOf(message, button));
        }
    }

    /// <summary>Presses a button that the message no longer has, as a phone that lost its connection does.</summary>
    /// <exception cref="ArgumentException">No such message.</exception>
    public string PressStale(int messageId, string data, long? chatId = null)
    {
        lock (_world.Chats.Gate)
        {
            var (chat, message) = Find(messageId, chatId);
            return Press(chat, message, data);
        }
    }

    /// <summary>Presses the button of the newest message that has it.</summary>
    /// <exception cref="ArgumentException">No message has such a button.</exception>
    public string Press(string button, long? chatId = null)
    {
        var message =
            _world
                .Messages(chatId ?? UserId)
                .LastOrDefault(message => message.Buttons().Any(found => Is(found, button)))
            ?? throw new ArgumentException($"No button «{button}».", nameof(button));
        return Press(message.MessageId, button, chatId);
    }

    private long PressLifetime =>
        (long)(_world.Options.PressExpiresAfter.TotalSeconds * _world.Options.Timers.TimestampFrequency);

    private (Chat Chat, ChatMessage Message) Find(int messageId, long? chatId)
    {
        var chat = Chat(chatId);
        var index = chat.IndexOf(messageId);
        return index >= 0
            ? (chat, chat.Messages[index])
            : throw new ArgumentException($"No message {messageId}.", nameof(messageId));
    }

    private string Press(Chat chat, ChatMessage message, string data)
    {
        var id = _world.Presses.Begin(UserId, chat.Id);
        var from = _world.Chats.PrivateChat(UserId).Person!;
        _world.Updates.Enqueue(
            chat.Id,
            _world.UpdateJson.Press(id, from, chat, message, data),
            PressLifetime
        );
        return id;
    }

    private static string DataOf(ChatMessage message, string button) =>
        message.Buttons().FirstOrDefault(found => Is(found, button))?.Data
        ?? throw new ArgumentException(
            $"No button «{button}» under message {message.MessageId}.",
            nameof(button)
        );

    private static bool Is(MessageButton found, string button) =>
        found.Data is not null
        && (
            string.Equals(found.Data, button, StringComparison.Ordinal)
            || string.Equals(found.Text, button, StringComparison.Ordinal)
        );
}
