using System.Text;
using System.Text.Json;

namespace CuratorBot.Playground.BotApi;

/// <summary>Checks the JSON of reply_markup as the Bot API does.</summary>
internal static class Keyboard
{
    private static readonly string[] Actions =
    [
        "callback_data",
        "url",
        "web_app",
        "login_url",
        "switch_inline_query",
        "switch_inline_query_current_chat",
        "copy_text",
        "pay",
    ];

    /// <returns>The markup as it came, or null when there is none.</returns>
    public static string? Read(Call call)
    {
        if (call.Text("reply_markup") is not { Length: > 0 } markup)
            return null;
        try
        {
            using var parsed = JsonDocument.Parse(markup);
            Check(parsed.RootElement);
            return markup;
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            throw BotApiException.BadRequest("can't parse reply keyboard markup JSON object");
        }
    }

    private static void Check(JsonElement markup)
    {
        if (markup.ValueKind != JsonValueKind.Object)
            throw BotApiException.BadRequest("object expected as reply markup");
        if (markup.TryGetProperty("inline_keyboard", out var inline))
            CheckRows(inline, CheckInlineButton);
        else if (markup.TryGetProperty("keyboard", out var keyboard))
            CheckRows(keyboard, CheckReplyButton);
    }

    private static void CheckRows(JsonElement rows, Action<JsonElement> checkButton)
    {
        if (rows.ValueKind != JsonValueKind.Array)
            throw BotApiException.BadRequest("field \"keyboard\" must be of the type Array");
        foreach (var row in rows.EnumerateArray())
        {
            if (row.ValueKind != JsonValueKind.Array)
                throw BotApiException.BadRequest("can't parse keyboard button: row must be an Array");
            foreach (var button in row.EnumerateArray())
                checkButton(button);
        }
    }

    private static void CheckReplyButton(JsonElement button)
    {
        if (button.ValueKind == JsonValueKind.String)
            return;
        CheckText(button);
    }

    private static void CheckInlineButton(JsonElement button)
    {
        CheckText(button);
        if (!Array.Exists(Actions, action => button.TryGetProperty(action, out _)))
        {
            throw BotApiException.BadRequest(
                "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"
            );
        }
        if (button.TryGetProperty("callback_data", out var data))
            CheckData(data.GetString());
        if (button.TryGetProperty("url", out var url))
            CheckUrl(url.GetString());
    }

    private static void CheckText(JsonElement button)
    {
        if (!button.TryGetProperty("text", out var text) || string.IsNullOrEmpty(text.GetString()))
            throw BotApiException.BadRequest("can't parse keyboard button: field \"text\" must be non-empty");
    }

    private static void CheckData(string? data)
    {
        if (string.IsNullOrEmpty(data) || Encoding.UTF8.GetByteCount(data) > 64)
            throw BotApiException.BadRequest("BUTTON_DATA_INVALID");
    }

    private static void CheckUrl(string? url)
    {
        if (Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is ("http" or "https" or "tg"))
            return;
        throw BotApiException.BadRequest($"inline keyboard button URL '{url}' is invalid: Wrong HTTP URL");
    }
}
