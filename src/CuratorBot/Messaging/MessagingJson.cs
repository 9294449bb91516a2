using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CuratorBot.Messaging;

/// <summary>How messages lie in the database.</summary>
[JsonSerializable(typeof(IncomingMessage))]
[JsonSerializable(typeof(OutgoingMessage))]
public sealed partial class MessagingJson : JsonSerializerContext
{
    /// <summary>Cyrillic stays readable instead of becoming six bytes a letter.</summary>
    public static readonly MessagingJson Readable = new(
        new JsonSerializerOptions
        {
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        }
    );
}
