using System.Globalization;
using System.Text.Json;
using CuratorBot.Playground.Log;
using CuratorBot.Playground.Updates;
using Microsoft.AspNetCore.Http;

namespace CuratorBot.Playground.Phones;

/// <summary>The log as <c>GET /playground/log</c> shows it.</summary>
internal static class LogJson
{
    public static byte[] Write(PlaygroundWorld world, IQueryCollection query)
    {
        var method = query["method"].ToString();
        _ = long.TryParse(query["after"], CultureInfo.InvariantCulture, out var after);
        return MessageJson.Bytes(json =>
        {
            json.WriteStartArray();
            foreach (var record in world.Log.Requests(method.Length == 0 ? null : method))
            {
                if (record.Sequence > after)
                    Write(json, record);
            }
            json.WriteEndArray();
        });
    }

    private static void Write(Utf8JsonWriter json, RequestRecord record)
    {
        json.WriteStartObject();
        json.WriteNumber("sequence", record.Sequence);
        json.WriteString("method", record.Method);
        json.WritePropertyName("parameters");
        json.WriteRawValue(record.Parameters, skipInputValidation: true);
        json.WriteNumber("status", record.Status);
        json.WriteString("response", record.Response);
        json.WriteString("at", record.At);
        json.WriteNumber("tookMs", record.Took.TotalMilliseconds);
        json.WriteNumber("chatId", record.ChatId);
        json.WriteEndObject();
    }
}
