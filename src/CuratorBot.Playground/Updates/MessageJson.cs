using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using CuratorBot.Playground.Chats;

namespace CuratorBot.Playground.Updates;

/// <summary>Writes people, chats and messages as the Bot API spells them.</summary>
internal sealed class MessageJson(PlaygroundOptions options, ChatBook chats)
{
    private static readonly JsonWriterOptions Writing = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    /// <summary>Serialises what <paramref name="write"/> writes.</summary>
    public static byte[] Bytes(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using var json = new Utf8JsonWriter(buffer, Writing);
        write(json);
        json.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    public void Bot(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteNumber("id"u8, options.BotId);
        json.WriteBoolean("is_bot"u8, true);
        json.WriteString("first_name"u8, options.BotName);
        json.WriteString("username"u8, options.BotUsername);
        json.WriteEndObject();
    }

    public static void User(Utf8JsonWriter json, PlaygroundPerson person)
    {
        json.WriteStartObject();
        json.WriteNumber("id"u8, person.UserId);
        json.WriteBoolean("is_bot"u8, false);
        json.WriteString("first_name"u8, person.FirstName);
        if (person.LastName is not null)
            json.WriteString("last_name"u8, person.LastName);
        json.WriteString("language_code"u8, "ru"u8);
        json.WriteEndObject();
    }

    public void Chat(Utf8JsonWriter json, long chatId, Chat? chat)
    {
        json.WriteStartObject();
        json.WriteNumber("id"u8, chatId);
        if (chat?.Title is { } title)
            json.WriteString("title"u8, title);
        if (chat?.Person is { } person)
        {
            json.WriteString("first_name"u8, person.FirstName);
            if (person.LastName is not null)
                json.WriteString("last_name"u8, person.LastName);
        }
        json.WriteString("type"u8, chatId < 0 ? "group"u8 : "private"u8);
        json.WriteEndObject();
    }

    /// <param name="anyMarkup">The Bot API shows inline keyboards only; the page needs every kind.</param>
    public void Message(Utf8JsonWriter json, Chat? chat, ChatMessage message, bool anyMarkup = false)
    {
        json.WriteStartObject();
        json.WriteNumber("message_id"u8, message.MessageId);
        json.WritePropertyName("from"u8);
        if (message.FromBot)
            Bot(json);
        else
            User(json, chats.PrivateChat(message.FromId).Person!);
        json.WritePropertyName("chat"u8);
        Chat(json, message.ChatId, chat);
        json.WriteNumber("date"u8, message.Date);
        if (message.EditDate is { } edited)
            json.WriteNumber("edit_date"u8, edited);
        if (message.MediaGroupId is { } group)
            json.WriteString("media_group_id"u8, group);
        if (message.Attachment is { } attachment)
            AttachmentJson.Write(json, attachment);
        WriteText(json, message);
        if (message.ReplyMarkup is { } markup && (anyMarkup || IsInline(markup)))
        {
            json.WritePropertyName("reply_markup"u8);
            json.WriteRawValue(markup, skipInputValidation: true);
        }
        json.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter json, ChatMessage message)
    {
        if (message.Text is null)
            return;
        var isCaption = message.Attachment is not null;
        json.WriteString(isCaption ? "caption"u8 : "text"u8, message.Text);
        if (message.Entities is null)
            return;
        json.WritePropertyName(isCaption ? "caption_entities"u8 : "entities"u8);
        json.WriteRawValue(message.Entities, skipInputValidation: true);
    }

    public static bool IsInline(string markup) =>
        markup.Contains("\"inline_keyboard\"", StringComparison.Ordinal);
}
