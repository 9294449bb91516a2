using System.Text;
using CuratorBot.Playground.BotApi;
using Microsoft.AspNetCore.Http;

namespace CuratorBot.Playground.Faults;

/// <summary>Plays a fault in place of the answer.</summary>
internal static class FaultAnswer
{
    private const string Bare429 = """{"ok":false,"error_code":429,"description":"Too Many Requests"}""";

    public static Task Send(HttpContext context, Fault fault, PlaygroundWorld world, Call call, long started)
    {
        if (fault.Kind is FaultKind.Drop)
        {
            world.Record(call, 0, default, started);
            context.Abort();
            return Task.CompletedTask;
        }
        var (status, type, body) = Content(fault);
        world.Record(call, status, body, started);
        return Write(context, status, type, body);
    }

    public static Task OfDownload(HttpContext context, Fault fault)
    {
        if (fault.Kind is FaultKind.Answer or FaultKind.TooManyRequests)
        {
            var (status, type, body) = Content(fault);
            return Write(context, status, type, body);
        }
        context.Abort();
        return Task.CompletedTask;
    }

    private static async Task Write(HttpContext context, int status, string type, byte[] body)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = type;
        context.Response.ContentLength = body.Length;
        await context.Response.BodyWriter.WriteAsync(body);
    }

    private static (int Status, string Type, byte[] Body) Content(Fault fault)
    {
        if (fault.Kind is not FaultKind.TooManyRequests)
            return (fault.Status, fault.ContentType, Encoding.UTF8.GetBytes(fault.Body));
        var reply = new BotReply();
        if (fault.RetryAfter is { } seconds)
            reply.Refuse(BotApiException.TooManyRequests(seconds));
        var body = fault.RetryAfter is null ? Bare429 : Encoding.UTF8.GetString(reply.Body.Span);
        return (429, "application/json", Encoding.UTF8.GetBytes(body));
    }
}
