using System.Buffers;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace CuratorBot.Playground.BotApi;

/// <summary>Reads parameters from the query, a JSON body, a form or a multipart form.</summary>
internal static class CallReader
{
    /// <summary>What the Bot API takes from a bot, and a little for the other fields.</summary>
    public const long LargestUpload = 51L * 1024 * 1024;

    public static async ValueTask Read(HttpContext context, Call call)
    {
        var request = context.Request;
        if (request.QueryString.HasValue)
        {
            foreach (var (name, value) in request.Query)
                call.Add(name, value.ToString(), isText: true);
        }
        var type = request.ContentType;
        if (type is null || request.ContentLength is 0)
            return;
        if (type.StartsWith("application/json", StringComparison.OrdinalIgnoreCase))
            await ReadJson(request, call);
        else if (request.HasFormContentType)
            await ReadForm(context, call);
    }

    private static async ValueTask ReadJson(HttpRequest request, Call call)
    {
        AllowLargeBody(request.HttpContext);
        var reader = request.BodyReader;
        while (true)
        {
            var result = await reader.ReadAsync();
            if (result.IsCompleted)
            {
                ParseJson(result.Buffer, call);
                reader.AdvanceTo(result.Buffer.End);
                return;
            }
            reader.AdvanceTo(result.Buffer.Start, result.Buffer.End);
        }
    }

    private static void ParseJson(ReadOnlySequence<byte> body, Call call)
    {
        if (body.IsEmpty)
            return;
        try
        {
            var json = new Utf8JsonReader(body);
            json.Read();
            if (json.TokenType != JsonTokenType.StartObject)
                throw BotApiException.BadRequest("object expected as request body");
            while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
                ParseMember(ref json, body, call);
        }
        catch (JsonException)
        {
            throw BotApiException.BadRequest("can't parse JSON object");
        }
    }

    private static void ParseMember(ref Utf8JsonReader json, ReadOnlySequence<byte> body, Call call)
    {
        var name = json.GetString()!;
        json.Read();
        if (json.TokenType == JsonTokenType.String)
        {
            call.Add(name, json.GetString()!, isText: true);
            return;
        }
        if (json.TokenType == JsonTokenType.Null)
            return;
        var start = json.TokenStartIndex;
        json.Skip();
        call.Add(name, Encoding.UTF8.GetString(body.Slice(start, json.BytesConsumed - start)), isText: false);
    }

    private static async Task ReadForm(HttpContext context, Call call)
    {
        AllowLargeBody(context);
        var form = await context.Request.ReadFormAsync(
            new FormOptions { MultipartBodyLengthLimit = LargestUpload, ValueLengthLimit = 1024 * 1024 }
        );
        foreach (var (name, value) in form)
            call.Add(name, value.ToString(), isText: true);
        foreach (var file in form.Files)
        {
            var bytes = new byte[file.Length];
            await using var stream = file.OpenReadStream();
            await stream.ReadExactlyAsync(bytes);
            call.Uploads.Add(
                new Upload(file.Name, file.FileName, file.ContentType ?? "application/octet-stream", bytes)
            );
        }
    }

    public static void AllowLargeBody(HttpContext context)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = LargestUpload;
    }
}
