using System.Text.Json;
using System.Text.Json.Serialization;
using CuratorBot.Playground.Faults;
using Microsoft.AspNetCore.Http;

namespace CuratorBot.Playground.Phones;

/// <summary>Faults over HTTP. The body is a <see cref="Fault"/> in camel case, kind as a word, delay as
/// <c>delayMs</c>.</summary>
internal sealed class FaultRequests(PlaygroundWorld world)
{
    public async Task Handle(HttpContext context)
    {
        if (HttpMethods.IsDelete(context.Request.Method))
            world.Faults.Clear();
        else
            world.Faults.Add(await Read(context));
        context.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    private static async Task<Fault> Read(HttpContext context)
    {
        try
        {
            var wish =
                await JsonSerializer.DeserializeAsync(context.Request.Body, FaultJson.Default.FaultWish)
                ?? throw new FormatException("A fault is a JSON object.");
            return wish.ToFault();
        }
        catch (JsonException broken)
        {
            throw new FormatException(broken.Message, broken);
        }
    }
}

internal sealed record FaultWish(
    FaultKind Kind,
    string? Method,
    long? ChatId,
    int? Times,
    int? Every,
    int? Status,
    string? Body,
    string? ContentType,
    int? RetryAfter,
    int? DelayMs
)
{
    public Fault ToFault()
    {
        var usual = new Fault { Kind = Kind };
        return usual with
        {
            Method = Method,
            ChatId = ChatId,
            Times = Times is 0 ? null : Times ?? 1,
            Every = Every ?? 1,
            Status = Status ?? usual.Status,
            Body = Body ?? usual.Body,
            ContentType = ContentType ?? usual.ContentType,
            RetryAfter = RetryAfter,
            Delay = TimeSpan.FromMilliseconds(DelayMs ?? 0),
        };
    }
}

[JsonSerializable(typeof(FaultWish))]
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    PropertyNameCaseInsensitive = true,
    UseStringEnumConverter = true
)]
internal sealed partial class FaultJson : JsonSerializerContext;
