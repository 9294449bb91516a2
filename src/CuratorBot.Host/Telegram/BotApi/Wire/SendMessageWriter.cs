using System.Text.Json;
using CuratorBot.Host.Telegram.BotApi.Requests;
using CuratorBot.Host.Telegram.BotApi.Types;

namespace CuratorBot.Host.Telegram.BotApi.Wire;

/// <summary>Writes the one request that is sent by the thousand; a test compares it with the serialiser.</summary>
internal static class SendMessageWriter
{
    private static readonly JsonEncodedText ChatId = JsonEncodedText.Encode("chat_id");
    private static readonly JsonEncodedText ThreadId = JsonEncodedText.Encode("message_thread_id");
    private static readonly JsonEncodedText Text = JsonEncodedText.Encode("text");
    private static readonly JsonEncodedText Entities = JsonEncodedText.Encode("entities");
    private static readonly JsonEncodedText LinkPreview = JsonEncodedText.Encode("link_preview_options");
    private static readonly JsonEncodedText IsDisabled = JsonEncodedText.Encode("is_disabled");
    private static readonly JsonEncodedText Silent = JsonEncodedText.Encode("disable_notification");
    private static readonly JsonEncodedText Protect = JsonEncodedText.Encode("protect_content");
    private static readonly JsonEncodedText Markup = JsonEncodedText.Encode("reply_markup");
    private static readonly JsonEncodedText InlineKeyboard = JsonEncodedText.Encode("inline_keyboard");
    private static readonly JsonEncodedText CallbackData = JsonEncodedText.Encode("callback_data");
    private static readonly JsonEncodedText Url = JsonEncodedText.Encode("url");

    public static void Write(Utf8JsonWriter json, SendMessage request)
    {
        json.WriteStartObject();
        json.WriteNumber(ChatId, request.ChatId);
        if (request.MessageThreadId is { } thread)
            json.WriteNumber(ThreadId, thread);
        json.WriteString(Text, request.Text);
        WriteEntities(json, request.Entities);
        WriteLinkPreview(json, request.LinkPreviewOptions);
        WriteFlag(json, Silent, request.DisableNotification);
        WriteFlag(json, Protect, request.ProtectContent);
        WriteMarkup(json, request.ReplyMarkup);
        json.WriteEndObject();
    }

    private static void WriteEntities(Utf8JsonWriter json, IReadOnlyList<MessageEntity>? entities)
    {
        if (entities is null)
            return;
        json.WriteStartArray(Entities);
        for (var i = 0; i < entities.Count; i++)
            JsonSerializer.Serialize(json, entities[i], BotApiJsonContext.Default.MessageEntity);
        json.WriteEndArray();
    }

    private static void WriteLinkPreview(Utf8JsonWriter json, LinkPreviewOptions? options)
    {
        if (options is null)
            return;
        json.WriteStartObject(LinkPreview);
        WriteFlag(json, IsDisabled, options.IsDisabled);
        json.WriteEndObject();
    }

    private static void WriteMarkup(Utf8JsonWriter json, ReplyMarkup? markup)
    {
        if (markup is null)
            return;
        json.WritePropertyName(Markup);
        if (markup is InlineKeyboardMarkup inline)
            WriteInline(json, inline);
        else
            JsonSerializer.Serialize(json, markup, BotApiJsonContext.Default.ReplyMarkup);
    }

    private static void WriteInline(Utf8JsonWriter json, InlineKeyboardMarkup markup)
    {
        json.WriteStartObject();
        json.WriteStartArray(InlineKeyboard);
        for (var row = 0; row < markup.InlineKeyboard.Count; row++)
            WriteRow(json, markup.InlineKeyboard[row]);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteRow(Utf8JsonWriter json, IReadOnlyList<InlineKeyboardButton> row)
    {
        json.WriteStartArray();
        for (var i = 0; i < row.Count; i++)
        {
            json.WriteStartObject();
            json.WriteString(Text, row[i].Text);
            if (row[i].CallbackData is { } data)
                json.WriteString(CallbackData, data);
            if (row[i].Url is { } url)
                json.WriteString(Url, url);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteFlag(Utf8JsonWriter json, JsonEncodedText name, bool? flag)
    {
        if (flag is { } value)
            json.WriteBoolean(name, value);
    }
}
