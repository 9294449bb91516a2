using System.Text.Json.Serialization;

namespace CuratorBot.Host.Telegram.BotApi.Wire;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    RespectNullableAnnotations = true
)]
[JsonSerializable(typeof(ErrorAnswer))]
[JsonSerializable(typeof(LeanUpdate))]
internal sealed partial class BotApiJsonContext : JsonSerializerContext;
