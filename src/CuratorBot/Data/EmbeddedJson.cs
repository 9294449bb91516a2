using System.Text.Json;
using System.Text.Json.Serialization;

namespace CuratorBot.Data;

/// <summary>Reads the facts that are built into the assembly. A row with an unknown property is refused.</summary>
internal static class EmbeddedJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters = { new JsonStringEnumConverter() },
    };

    /// <param name="name">File name without «.json».</param>
    public static T Read<T>(string name)
    {
        using var stream =
            typeof(EmbeddedJson).Assembly.GetManifestResourceStream($"{name}.json")
            ?? throw new FileNotFoundException($"{name}.json is not built into the assembly.");
        return JsonSerializer.Deserialize<T>(stream, Options)
            ?? throw new JsonException($"{name}.json is empty.");
    }
}
