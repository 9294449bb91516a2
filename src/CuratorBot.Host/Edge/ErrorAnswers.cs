using System.Security.Cryptography;
using CuratorBot.Messaging;

namespace CuratorBot.Host.Edge;

/// <summary>Of an error the asker sees a short id and nothing else; under that id the log tells the rest.</summary>
internal sealed partial class ErrorAnswers(RequestDelegate next, ILogger<ErrorAnswers> log)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            context.Abort(); // whoever asked has left
        }
        catch (BadHttpRequestException refused) when (!context.Response.HasStarted)
        {
            await Answer(context, refused.StatusCode, "The request cannot be read.", id: null);
        }
        catch (Exception error)
        {
            var id = RandomNumberGenerator.GetHexString(8, lowercase: true);
            var place = context.GetEndpoint()?.DisplayName ?? context.Request.Method;
            LogFailed(log, id, place, ErrorWords.Of(error));
            if (context.Response.HasStarted)
                context.Abort();
            else
                await Answer(
                    context,
                    StatusCodes.Status500InternalServerError,
                    "Something went wrong here; the log knows it by this id.",
                    id
                );
        }
    }

    private static Task Answer(HttpContext context, int status, string error, string? id)
    {
        context.Response.Clear();
        context.Response.StatusCode = status;
        return context.Response.WriteAsJsonAsync(new Said(error, id), context.RequestAborted);
    }

    private sealed record Said(string Error, string? Id);

    [LoggerMessage(LogLevel.Error, "Request {Id} ({Place}) failed: {Error}")]
    private static partial void LogFailed(ILogger log, string id, string place, string error);
}
