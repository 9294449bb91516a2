using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Telegram.Bot;

namespace CuratorBot.Host.Telegram.BotApi.Wire;

/// <summary>Telegram.Bot's JSON, which it writes and reads itself as well; nothing else may touch it before this.</summary>
internal static class TelegramJson
{
    public static readonly JsonSerializerOptions Options = Prepare(JsonBotAPI.Options);

    public static JsonTypeInfo TypeOf(object request) => Options.GetTypeInfo(request.GetType());

    /// <summary>
    /// Its converters throw whatever the framework throws at them, not only <see cref="JsonException"/>: a kind
    /// without its name, a date beyond the calendar.
    /// </summary>
    public static bool IsOfParser(Exception error) => error is not OutOfMemoryException;

    private static JsonSerializerOptions Prepare(JsonSerializerOptions options)
    {
        // Cyrillic stays two bytes a letter; nobody puts these bytes into HTML.
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        // What was generated with the package: the first message leaves sooner, and less memory is held.
        options.TypeInfoResolver = JsonBotSerializerContext.Default;
        options.NumberHandling = JsonNumberHandling.Strict;
        return options;
    }
}
