using System.Text;
using System.Text.Json;
using CuratorBot.Playground.BotApi;
using CuratorBot.Playground.Chats;
using CuratorBot.Playground.Updates;

namespace CuratorBot.Playground.Phones;

/// <summary>Serialises events and the whole state for the page. Its own names are in camel case; messages are
/// spelt as in the Bot API.</summary>
internal static class EventJson
{
    public static byte[] ServerSent(PlaygroundWorld world, PlaygroundEvent happened) =>
        [
            .. Encoding.UTF8.GetBytes($"event: {happened.Name}\ndata: "),
            .. MessageJson.Bytes(json => Write(json, world, happened)),
            .. "\n\n"u8,
        ];

    public static byte[] State(PlaygroundWorld world) =>
        MessageJson.Bytes(json =>
        {
            lock (world.Chats.Gate)
            {
                json.WriteStartObject();
                json.WritePropertyName("bot");
                world.Json.Bot(json);
                json.WriteStartArray("people");
                foreach (var person in world.Options.Cast)
                    Person(json, person);
                json.WriteEndArray();
                json.WriteStartArray("chats");
                foreach (var chat in world.Chats.All)
                    Chat(json, world, chat);
                json.WriteEndArray();
                json.WriteEndObject();
            }
        });

    private static void Person(Utf8JsonWriter json, PlaygroundPerson person)
    {
        json.WriteStartObject();
        json.WriteNumber("userId", person.UserId);
        json.WriteString("firstName", person.FirstName);
        json.WriteString("lastName", person.LastName);
        json.WriteString("caption", person.Caption);
        json.WriteString("startText", person.StartText ?? "/start");
        json.WriteEndObject();
    }

    private static void Chat(Utf8JsonWriter json, PlaygroundWorld world, Chat chat)
    {
        json.WriteStartObject();
        json.WriteNumber("chatId", chat.Id);
        json.WriteString("title", chat.Title);
        json.WriteBoolean("started", chat.Started);
        json.WriteBoolean("blocked", chat.Blocked);
        json.WritePropertyName("commands");
        json.WriteRawValue(world.Commands.For(chat.Id), skipInputValidation: true);
        json.WriteStartArray("messages");
        foreach (var message in chat.Messages)
            world.Json.Message(json, chat, message, anyMarkup: true);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, PlaygroundWorld world, PlaygroundEvent happened)
    {
        json.WriteStartObject();
        json.WriteNumber("chatId", happened.ChatId);
        if (happened.Message is { } message)
        {
            json.WritePropertyName("message");
            lock (world.Chats.Gate)
                world.Json.Message(json, world.Chats.Find(message.ChatId), message, anyMarkup: true);
        }
        if (happened.MessageId != 0)
            json.WriteNumber("messageId", happened.MessageId);
        if (happened.ActionName is not null)
            json.WriteString("action", happened.ActionName);
        if (happened.Answer is { } answer)
            Answer(json, answer);
        if (happened.Name is "chat")
            WriteChatFlags(json, world, happened.ChatId);
        json.WriteEndObject();
    }

    private static void Answer(Utf8JsonWriter json, PressAnswer answer)
    {
        json.WriteNumber("userId", answer.UserId);
        json.WriteString("callbackQueryId", answer.Id);
        json.WriteString("text", answer.Text);
        json.WriteBoolean("showAlert", answer.ShowAlert);
    }

    private static void WriteChatFlags(Utf8JsonWriter json, PlaygroundWorld world, long chatId)
    {
        lock (world.Chats.Gate)
            json.WriteBoolean("blocked", world.Chats.Find(chatId)?.Blocked ?? false);
    }
}
