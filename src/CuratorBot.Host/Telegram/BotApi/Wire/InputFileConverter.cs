using System.Text.Json;
using System.Text.Json.Serialization;
using CuratorBot.Host.Telegram.BotApi.Requests;

namespace CuratorBot.Host.Telegram.BotApi.Wire;

/// <summary>A stored file is its id; new bytes travel as a part of their own and are null in the JSON.</summary>
internal sealed class InputFileConverter : JsonConverter<InputFile>
{
    public override InputFile Read(
        ref Utf8JsonReader reader,
        Type typeToConvert,
        JsonSerializerOptions options
    ) => throw new NotSupportedException("Files to send are never read.");

    public override void Write(Utf8JsonWriter writer, InputFile value, JsonSerializerOptions options)
    {
        if (value is InputFile.Stored stored)
            writer.WriteStringValue(stored.FileId);
        else
            writer.WriteNullValue();
    }
}
