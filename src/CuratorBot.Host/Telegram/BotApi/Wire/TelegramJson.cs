using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Telegram.Bot;

namespace CuratorBot.Host.Telegram.BotApi.Wire;

/// <summary>Telegram.Bot's JSON. Nothing else may touch the package's own options before this.</summary>
internal static class TelegramJson
{
    /// <summary>Cyrillic stays two bytes a letter; nobody puts these bytes into HTML.</summary>
    public static readonly JavaScriptEncoder Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;

    /// <summary>
    /// For what is read, and for what is written by a writer that brings the encoder: where the options bring none,
    /// what was generated with the package writes straight on.
    /// </summary>
    public static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonBotAPI.Options.PropertyNamingPolicy,
        DefaultIgnoreCondition = JsonBotAPI.Options.DefaultIgnoreCondition,
        NumberHandling = JsonNumberHandling.Strict,
        TypeInfoResolver = JsonBotSerializerContext.Default,
    };

    static TelegramJson()
    {
        // With these the package writes forms.
        JsonBotAPI.Options.Encoder = Encoder;
        JsonBotAPI.Options.TypeInfoResolver = JsonBotSerializerContext.Default;
    }

    public static JsonTypeInfo TypeOf(object request) => Options.GetTypeInfo(request.GetType());

    /// <summary>
    /// Its converters throw whatever the framework throws at them, not only <see cref="JsonException"/>: a kind
    /// without its name, a date beyond the calendar.
    /// </summary>
    public static bool IsOfParser(Exception error) => error is not OutOfMemoryException;
}
