using System.Text;
using CuratorBot.Playground.BotApi;
using CuratorBot.Playground.Files;
using CuratorBot.Playground.Updates;
using Microsoft.AspNetCore.Http;

namespace CuratorBot.Playground.Phones;

/// <summary>
/// Serves the page and what it and outside drivers need:
/// <list type="bullet">
/// <item><c>GET /playground/config</c>: title, and the clock's URL or null</item>
/// <item><c>GET /playground/state</c>: the bot, the cast, all chats with their messages and menus</item>
/// <item><c>GET /playground/events</c>: server-sent events message, edited, deleted, toast, action, commands,
/// chat</item>
/// <item><c>GET /playground/files/{file_id}</c>: the contents of a file</item>
/// <item><c>GET /playground/log?method=&amp;after=</c>: the requests of the bot</item>
/// <item><c>POST</c> or <c>DELETE /playground/faults</c>: adds a fault, or ends all</item>
/// <item><c>POST /playground/people/{userId}/{act}</c>: see <see cref="PersonActs"/></item>
/// </list>
/// </summary>
internal sealed class PhonesEndpoint(PlaygroundWorld world)
{
    private const string Root = "/playground/";
    private readonly PersonActs _acts = new(world);
    private readonly FaultRequests _faults = new(world);

    public static bool Owns(string path) => path is "/" || path.StartsWith(Root, StringComparison.Ordinal);

    public async Task Handle(HttpContext context, string path)
    {
        try
        {
            await (HttpMethods.IsGet(context.Request.Method) ? Get(context, path) : Change(context, path));
        }
        catch (Exception refused) when (refused is ArgumentException or FormatException or BotApiException)
        {
            await Write(context, "text/plain; charset=utf-8", Encoding.UTF8.GetBytes(refused.Message), 400);
        }
    }

    private Task Get(HttpContext context, string path) =>
        path switch
        {
            "/" => PageFiles.Send(context, "index.html"),
            Root + "config" => Json(context, Config()),
            Root + "state" => Json(context, EventJson.State(world)),
            Root + "events" => Stream(context),
            Root + "log" => Json(context, LogJson.Write(world, context.Request.Query)),
            _ when path.StartsWith(Root + "files/", StringComparison.Ordinal) => File(context, path),
            _ => PageFiles.Send(context, path[Root.Length..]),
        };

    private Task Change(HttpContext context, string path)
    {
        if (path is Root + "faults")
            return _faults.Handle(context);
        if (path.StartsWith(Root + "people/", StringComparison.Ordinal))
            return _acts.Handle(context, path[(Root.Length + "people/".Length)..]);
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    private byte[] Config() =>
        MessageJson.Bytes(json =>
        {
            json.WriteStartObject();
            json.WriteString("title", world.Options.Title);
            json.WriteString("clockUrl", world.Options.ClockUrl);
            json.WriteString("botName", world.Options.BotName);
            json.WriteEndObject();
        });

    private async Task Stream(HttpContext context)
    {
        context.Response.ContentType = "text/event-stream";
        context.Response.Headers.CacheControl = "no-store";
        var listener = world.Events.Listen();
        try
        {
            await context.Response.BodyWriter.WriteAsync(": hello\n\n"u8.ToArray());
            while (await listener.Reader.WaitToReadAsync(context.RequestAborted))
            {
                while (listener.Reader.TryRead(out var happened))
                    await context.Response.BodyWriter.WriteAsync(happened, context.RequestAborted);
            }
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The page was closed: that is how this request always ends.
            context.Abort();
        }
        finally
        {
            world.Events.Leave(listener);
        }
    }

    private async Task File(HttpContext context, string path)
    {
        var file = world.Files.Find(path[(path.LastIndexOf('/') + 1)..]);
        if (file is null || (file.Content is null && file.Size > FileShelf.LargestDownload))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        context.Response.Headers.XContentTypeOptions = "nosniff";
        context.Response.Headers.ContentDisposition =
            file.Width > 0 ? "inline" : $"attachment; filename*=UTF-8''{Uri.EscapeDataString(file.Name)}";
        await Write(context, file.Width > 0 ? "image/jpeg" : file.MimeType, await world.Files.Read(file));
    }

    private static Task Json(HttpContext context, byte[] body) => Write(context, "application/json", body);

    public static async Task Write(HttpContext context, string type, byte[] body, int status = 200)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = type;
        context.Response.ContentLength = body.Length;
        await context.Response.BodyWriter.WriteAsync(body, context.RequestAborted);
    }
}
