using CuratorBot.Playground.Faults;
using CuratorBot.Playground.Files;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.ObjectPool;

namespace CuratorBot.Playground.BotApi;

/// <summary>Answers <c>/bot{token}/{method}</c> and <c>/file/bot{token}/{path}</c>.</summary>
internal sealed class BotApiEndpoint(PlaygroundWorld world)
{
    private readonly BotApiDispatch _dispatch = new(world);
    private readonly ObjectPool<BotReply> _replies = ObjectPool.Create<BotReply>();

    public static bool Owns(string path) =>
        path.StartsWith("/bot", StringComparison.Ordinal) && path.IndexOf('/', 4) > 4
        || path.StartsWith("/file/bot", StringComparison.Ordinal);

    public Task Handle(HttpContext context, string path) =>
        path.StartsWith("/file/", StringComparison.Ordinal) ? Download(context, path) : Answer(context, path);

    private async Task Answer(HttpContext context, string path)
    {
        var started = world.Options.Timers.GetTimestamp();
        var reply = _replies.Get();
        try
        {
            var slash = path.IndexOf('/', 4);
            var method = BotMethod.Find(path.AsSpan(slash + 1));
            if (method is null || !Admits(path.AsSpan(4, slash - 4)))
            {
                reply.Refuse(method is null ? BotApiException.NotFound() : BotApiException.Unauthorized());
                await Send(context, reply.Status, reply.Body);
                return;
            }
            var call = new Call { Method = method, Aborted = context.RequestAborted };
            await Process(context, call, reply, started);
        }
        finally
        {
            reply.Clear();
            _replies.Return(reply);
        }
    }

    private bool Admits(ReadOnlySpan<char> token) =>
        world.Options.Token is not { } only || token.SequenceEqual(only);

    private async Task Process(HttpContext context, Call call, BotReply reply, long started)
    {
        try
        {
            await CallReader.Read(context, call);
        }
        catch (BotApiException refusal)
        {
            reply.Refuse(refusal);
            await Finish(context, call, reply, started, null);
            return;
        }
        var fault = world.Faults.Next(call.Method.Name, call.ChatId);
        if (fault is { Delay.Ticks: > 0 })
            await Task.Delay(fault.Delay, world.Options.Timers, call.Aborted);
        if (fault is { Kind: FaultKind.Answer or FaultKind.TooManyRequests or FaultKind.Drop })
        {
            await FaultAnswer.Send(context, fault, world, call, started);
            return;
        }
        await _dispatch.Run(call, reply);
        await Finish(context, call, reply, started, fault);
    }

    private async Task Finish(HttpContext context, Call call, BotReply reply, long started, Fault? fault)
    {
        if (fault?.Kind is FaultKind.AcceptThenDrop)
        {
            world.Record(call, 0, reply.Body, started);
            context.Abort();
            return;
        }
        var body = fault?.Kind is FaultKind.Truncate ? reply.Body[..(reply.Body.Length / 2)] : reply.Body;
        world.Record(call, reply.Status, body, started);
        if (!call.Aborted.IsCancellationRequested)
            await Send(context, reply.Status, body);
    }

    private static async Task Send(HttpContext context, int status, ReadOnlyMemory<byte> body)
    {
        var response = context.Response;
        response.StatusCode = status;
        response.ContentType = "application/json";
        response.ContentLength = body.Length;
        await response.BodyWriter.WriteAsync(body);
    }

    private async Task Download(HttpContext context, string path)
    {
        var slash = path.IndexOf('/', "/file/bot".Length);
        var name = slash < 0 ? "" : Path.GetFileNameWithoutExtension(path[slash..]);
        var file = slash > 0 && Admits(path.AsSpan(9, slash - 9)) ? world.Files.Find(name) : null;
        if (file is null || file.Size > FileShelf.LargestDownload)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        if (world.Faults.Next("downloadFile", 0) is { } fault)
        {
            await FaultAnswer.OfDownload(context, fault);
            return;
        }
        context.Response.ContentType = "application/octet-stream";
        context.Response.ContentLength = file.Size;
        await context.Response.BodyWriter.WriteAsync(await world.Files.Read(file), context.RequestAborted);
    }
}
