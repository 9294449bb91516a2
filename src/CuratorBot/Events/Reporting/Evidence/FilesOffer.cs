using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using CuratorBot.Conversations.Questions;

namespace CuratorBot.Events.Reporting.Evidence;

/// <summary>The files that a report may begin with, as they lie in the button that offers it.</summary>
public sealed record FilesOffer(string? Album, IReadOnlyList<SheetFile> Files)
{
    public string ToJson() => JsonSerializer.Serialize(this, OfferJson.Readable.FilesOffer);

    /// <summary>Null when it is no offer.</summary>
    public static FilesOffer? FromJson(string json)
    {
        try
        {
            return
                JsonSerializer.Deserialize(json, OfferJson.Readable.FilesOffer) is { Files: not null } offer
                ? offer
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

[JsonSerializable(typeof(FilesOffer))]
internal sealed partial class OfferJson : JsonSerializerContext
{
    public static readonly OfferJson Readable = new(
        new JsonSerializerOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }
    );
}
