namespace CuratorBot.Host.Edge;

/// <summary>
/// Refuses what the page of somebody else makes a browser ask of us. Browsers say where a request comes from; what
/// is no browser says nothing and is let through, because it carries no one's rights but its own.
/// </summary>
internal sealed class SameOrigin(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (!IsForeign(context.Request))
            return next(context);
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return context.Response.WriteAsync("This request comes from another site.", context.RequestAborted);
    }

    private static bool IsForeign(HttpRequest request) =>
        request.Headers["Sec-Fetch-Site"].ToString() switch
        {
            "same-origin" or "none" => false,
            "" => !IsSafe(request) && IsOfAnother(request.Headers.Origin.ToString(), request),
            _ => !IsLinkToUs(request),
        };

    /// <summary>Somebody clicked on a link: that shows the page or a state, and changes nothing.</summary>
    private static bool IsLinkToUs(HttpRequest request) =>
        IsSafe(request)
        && request.Headers["Sec-Fetch-Mode"] == "navigate"
        && request.Headers["Sec-Fetch-Dest"] == "document"
        && (request.Path == "/" || request.Path.StartsWithSegments("/health"));

    /// <summary>For browsers that say only this. «null» is nobody's origin.</summary>
    private static bool IsOfAnother(string origin, HttpRequest request) =>
        origin.Length > 0
        && !(
            Uri.TryCreate(origin, UriKind.Absolute, out var uri)
            && uri.Authority.Equals(request.Host.Value, StringComparison.OrdinalIgnoreCase)
        );

    private static bool IsSafe(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);
}
