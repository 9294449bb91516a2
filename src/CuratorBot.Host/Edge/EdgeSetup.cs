using CuratorBot.Host.Configuration;

namespace CuratorBot.Host.Edge;

/// <summary>What every request passes, whoever answers it in the end.</summary>
public static class EdgeSetup
{
    private const int LargestHead = 16 * 1024;

    /// <summary>An update is 64 KiB at most; photos come in only where people have their phones on our page.</summary>
    private const long LargestBody = 1024 * 1024;

    public static void AddEdge(this WebApplicationBuilder builder, HostSettings settings) =>
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestHeadersTotalSize = LargestHead;
            kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
            kestrel.Limits.KeepAliveTimeout = TimeSpan.FromMinutes(2);
            if (!settings.Playground)
                kestrel.Limits.MaxRequestBodySize = LargestBody;
        });

    /// <summary>Call it before anything else that answers.</summary>
    public static IApplicationBuilder UseEdge(this IApplicationBuilder app) =>
        app.UseMiddleware<SecurityHeaders>()
            .UseMiddleware<ErrorAnswers>()
            .UseMiddleware<Framing>()
            .UseMiddleware<SameOrigin>();
}
