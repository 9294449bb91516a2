using System.Text.Json;
using CuratorBot.Playground.Chats;

namespace CuratorBot.Playground.BotApi;

/// <summary>sendMediaGroup: as many messages as there are files, all of them or none.</summary>
internal sealed class AlbumMethod(PlaygroundWorld world)
{
    public void Send(Call call, BotReply reply)
    {
        var chatId = call.RequiredChat();
        var parts = Parts(call);
        var group = $"{world.Chats.NextMessageId}{world.Options.BotId}";
        var messages = world.FromBot(
            chatId,
            [
                .. parts.Select(part =>
                    (Func<ChatMessage, ChatMessage>)(
                        draft =>
                            draft with
                            {
                                Text = part.Caption,
                                Entities = part.Entities,
                                Attachment = part.File,
                                MediaGroupId = group,
                            }
                    )
                ),
            ]
        );
        reply.Json.WriteStartArray();
        foreach (var message in messages)
            world.Json.Message(reply.Json, world.Chats.Find(chatId), message);
        reply.Json.WriteEndArray();
    }

    private List<Part> Parts(Call call)
    {
        using var media = Media(call);
        if (media.RootElement is not { ValueKind: JsonValueKind.Array } list)
            throw BotApiException.BadRequest("expected an Array of InputMedia");
        if (list.GetArrayLength() is < 2 or > 10)
            throw BotApiException.BadRequest("wrong number of messages to send as an album");
        var parts = list.EnumerateArray().Select((item, place) => Read(call, item, place + 1)).ToList();
        return parts.DistinctBy(part => part.File.Kind).Count() == 1
            ? parts
            : throw BotApiException.BadRequest("document can't be mixed with other media types");
    }

    private static JsonDocument Media(Call call)
    {
        try
        {
            return JsonDocument.Parse(call.Text("media") ?? "[]");
        }
        catch (JsonException)
        {
            throw BotApiException.BadRequest("can't parse media JSON object");
        }
    }

    private Part Read(Call call, JsonElement item, int number)
    {
        var kind = Member(item, "type") switch
        {
            "photo" => AttachmentKind.Photo,
            "document" => AttachmentKind.Document,
            _ => throw BotApiException.BadRequest("type must be one of photo or document"),
        };
        try
        {
            var files = SentFiles.Of(world, call, "media", Member(item, "media"), kind);
            return new Part(
                new Attachment { Kind = kind, Files = files },
                Member(item, "caption"),
                item.TryGetProperty("caption_entities", out var entities) ? entities.GetRawText() : null
            );
        }
        catch (BotApiException refused)
        {
            throw BotApiException.BadRequest(
                $"failed to send message #{number} with the error message \"{refused.Message["Bad Request: ".Length..]}\""
            );
        }
    }

    private static string? Member(JsonElement item, string name) =>
        item.ValueKind is JsonValueKind.Object
        && item.TryGetProperty(name, out var value)
        && value.ValueKind is JsonValueKind.String
            ? value.GetString()
            : null;

    private sealed record Part(Attachment File, string? Caption, string? Entities);
}
