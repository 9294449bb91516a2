using CuratorBot.Playground.BotApi;
using CuratorBot.Playground.Chats;

namespace CuratorBot.Playground.Phones;

/// <summary>What the page is told about. Holds references only, so that it costs nothing when nobody looks.</summary>
internal readonly record struct PlaygroundEvent(
    string Name,
    long ChatId,
    ChatMessage? Message = null,
    int MessageId = 0,
    PressAnswer? Answer = null,
    string? ActionName = null
)
{
    public static PlaygroundEvent Added(ChatMessage message) => new("message", message.ChatId, message);

    public static PlaygroundEvent Edited(ChatMessage message) => new("edited", message.ChatId, message);

    public static PlaygroundEvent Deleted(long chatId, int messageId) =>
        new("deleted", chatId, MessageId: messageId);

    public static PlaygroundEvent Toast(PressAnswer answer) => new("toast", answer.ChatId, Answer: answer);

    public static PlaygroundEvent Action(long chatId, string action) =>
        new("action", chatId, ActionName: action);

    public static PlaygroundEvent Menu() => new("commands", 0);

    public static PlaygroundEvent Chat(long chatId) => new("chat", chatId);
}
