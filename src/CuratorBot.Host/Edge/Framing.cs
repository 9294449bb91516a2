namespace CuratorBot.Host.Edge;

/// <summary>
/// Refuses a request that says its length in two ways: whatever stands before us may have believed the other one
/// and take the rest of the body for a request of somebody else.
/// </summary>
internal sealed class Framing(RequestDelegate next)
{
    /// <summary>Under this name the server keeps a length that it does not go by, because «chunked» came with it.</summary>
    private const string IgnoredLength = "X-Content-Length";

    public Task InvokeAsync(HttpContext context)
    {
        if (!HasTwoLengths(context.Request.Headers))
            return next(context);
        context.Response.Headers.Connection = "close";
        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        return Task.CompletedTask;
    }

    private static bool HasTwoLengths(IHeaderDictionary headers) =>
        headers.TransferEncoding.Count > 0
        && (headers.ContentLength is not null || headers.ContainsKey(IgnoredLength));
}
