using System.Text.Json;
using CuratorBot.Playground.Chats;

namespace CuratorBot.Playground.Updates;

/// <summary>Serialises updates without their id, in the form that <see cref="UpdateQueue.Enqueue(long,
/// ReadOnlyMemory{byte})"/> takes.</summary>
internal sealed class UpdateJson(PlaygroundOptions options, ChatBook chats, MessageJson messages)
{
    public byte[] Message(Chat chat, ChatMessage message) =>
        Member("message"u8, json => messages.Message(json, chat, message));

    public byte[] Edited(Chat chat, ChatMessage message) =>
        Member("edited_message"u8, json => messages.Message(json, chat, message));

    public byte[] Press(string id, PlaygroundPerson from, Chat chat, ChatMessage message, string data) =>
        Member(
            "callback_query"u8,
            json =>
            {
                json.WriteStartObject();
                json.WriteString("id"u8, id);
                json.WritePropertyName("from"u8);
                MessageJson.User(json, from);
                json.WritePropertyName("message"u8);
                messages.Message(json, chat, message);
                json.WriteString("chat_instance"u8, $"{chat.Id}");
                json.WriteString("data"u8, data);
                json.WriteEndObject();
            }
        );

    /// <summary>The bot was blocked in a private chat, or let in again.</summary>
    public byte[] Membership(Chat chat) =>
        Member(
            "my_chat_member"u8,
            json =>
            {
                json.WriteStartObject();
                json.WritePropertyName("chat"u8);
                messages.Chat(json, chat.Id, chat);
                json.WritePropertyName("from"u8);
                MessageJson.User(json, chat.Person!);
                json.WriteNumber("date"u8, chats.Now());
                Standing(json, "old_chat_member"u8, isKicked: !chat.Blocked);
                Standing(json, "new_chat_member"u8, isKicked: chat.Blocked);
                json.WriteEndObject();
            }
        );

    private void Standing(Utf8JsonWriter json, ReadOnlySpan<byte> name, bool isKicked)
    {
        json.WriteStartObject(name);
        json.WritePropertyName("user"u8);
        json.WriteStartObject();
        json.WriteNumber("id"u8, options.BotId);
        json.WriteBoolean("is_bot"u8, true);
        json.WriteString("first_name"u8, options.BotName);
        json.WriteEndObject();
        json.WriteString("status"u8, isKicked ? "kicked"u8 : "member"u8);
        if (isKicked)
            json.WriteNumber("until_date"u8, 0);
        json.WriteEndObject();
    }

    private static byte[] Member(ReadOnlySpan<byte> name, Action<Utf8JsonWriter> write) =>
        [(byte)'"', .. name, (byte)'"', (byte)':', .. MessageJson.Bytes(write)];
}
