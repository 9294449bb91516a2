using System.Text.Json;

namespace CuratorBot.Playground.BotApi;

/// <summary>Reads and checks a text or caption together with its formatting. Markdown is taken as plain text.</summary>
internal static class FormattedText
{
    public const int LongestText = 4096;
    public const int LongestCaption = 1024;

    public static (string Text, string? Entities) Message(Call call)
    {
        var (text, entities) = Read(call, "text", "entities");
        if (string.IsNullOrWhiteSpace(text))
            throw BotApiException.BadRequest("message text is empty");
        if (text.Length > LongestText)
            throw BotApiException.BadRequest("message is too long");
        return (text, entities);
    }

    /// <returns>Nulls when there is no caption.</returns>
    public static (string? Text, string? Entities) Caption(Call call)
    {
        var (text, entities) = Read(call, "caption", "caption_entities");
        if (text.Length > LongestCaption)
            throw BotApiException.BadRequest("message caption is too long");
        return text.Length == 0 ? (null, null) : (text, entities);
    }

    private static (string Text, string? Entities) Read(Call call, string field, string entitiesField)
    {
        var text = call.Text(field) ?? "";
        if (string.Equals(call.Text("parse_mode"), "HTML", StringComparison.OrdinalIgnoreCase))
            return HtmlText.Parse(text);
        if (call.Text(entitiesField) is not { Length: > 2 } entities)
            return (text, null);
        CheckEntities(entities, text.Length);
        return (text, entities);
    }

    private static void CheckEntities(string entities, int textLength)
    {
        try
        {
            using var parsed = JsonDocument.Parse(entities);
            if (parsed.RootElement.ValueKind != JsonValueKind.Array)
                throw BotApiException.BadRequest("can't parse entities: expected an Array of MessageEntity");
            foreach (var entity in parsed.RootElement.EnumerateArray())
                CheckEntity(entity, textLength);
        }
        catch (Exception broken)
            when (broken is JsonException or InvalidOperationException or FormatException)
        {
            throw BotApiException.BadRequest("can't parse entities: can't parse MessageEntity JSON object");
        }
    }

    private static void CheckEntity(JsonElement entity, int textLength)
    {
        if (
            !entity.TryGetProperty("type", out _)
            || !entity.TryGetProperty("offset", out var offset)
            || !entity.TryGetProperty("length", out var length)
        )
            throw BotApiException.BadRequest(
                "can't parse entities: can't find field \"type\", \"offset\" or \"length\""
            );
        var (from, count) = (offset.GetInt32(), length.GetInt32());
        if (from < 0 || count < 0 || (long)from + count > textLength)
        {
            throw BotApiException.BadRequest(
                $"can't parse entities: entity with offset {from} and length {count} is outside the text"
            );
        }
    }
}
