using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace CuratorBot.Status.Documents;

/// <summary>How documents are written down. Another build reads none of them: the seal names the build.</summary>
[JsonSourceGenerationOptions(
    IgnoreReadOnlyProperties = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull
)]
[JsonSerializable(typeof(SchoolDocument))]
[JsonSerializable(typeof(MunicipalityDocument))]
[JsonSerializable(typeof(RegionDocument))]
[JsonSerializable(typeof(CountryDocument))]
internal sealed partial class StatusJson : JsonSerializerContext
{
    public static byte[]? Write<T>(T? document)
        where T : class =>
        document is null ? null : JsonSerializer.SerializeToUtf8Bytes(document, InfoOf<T>());

    /// <returns>Null when there is none, or none that can be read.</returns>
    public static T? Find<T>(IDocumentStore store, string scope)
        where T : class
    {
        if (store.Find(scope) is not { } body)
            return null;
        try
        {
            return JsonSerializer.Deserialize(body, InfoOf<T>());
        }
        catch (JsonException error)
        {
            store.Doubt(error);
            return null;
        }
    }

    private static JsonTypeInfo<T> InfoOf<T>() => (JsonTypeInfo<T>)Default.GetTypeInfo(typeof(T))!;
}
