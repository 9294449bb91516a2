using CuratorBot.Host.Configuration;
using CuratorBot.Host.Edge;
using Hangfire;
using Hangfire.Dashboard;
using Microsoft.Net.Http.Headers;

namespace CuratorBot.Host.Jobs;

/// <summary>
/// <c>/jobs</c>: Hangfire's own page, for whoever knows the operator's key, from wherever she comes: behind a proxy all
/// are local. It shows and changes nothing, and what it shows of a job are names of ours and ids.
/// </summary>
internal static class JobDashboard
{
    public const string Path = "/jobs";

    /// <summary>By which the page asks for its counts; it reads, too.</summary>
    private const string Counts = "/stats";

    /// <summary>There is no such page where no key is set.</summary>
    public static void UseJobDashboard(this WebApplication app, HostSettings settings)
    {
        if (settings.DashboardKey is not { } key)
            return;
        var options = new DashboardOptions
        {
            AppPath = null,
            Authorization = [],
            IsReadOnlyFunc = _ => true,
            IgnoreAntiforgeryToken = true,
            DisplayStorageConnectionString = false,
            DashboardTitle = "CuratorBot",
        };
        app.Map(
            Path,
            page =>
                page.Use((context, next) => Pass(context, next, key))
                    .UseMiddleware<AspNetCoreDashboardMiddleware>(
                        app.Services.GetRequiredService<JobEngine>().Storage,
                        options,
                        DashboardRoutes.Routes,
                        true
                    )
        );
    }

    private static Task Pass(HttpContext context, RequestDelegate next, DashboardKey key)
    {
        var (request, response) = (context.Request, context.Response);
        if (!key.IsIn(request.Headers.Authorization))
        {
            response.StatusCode = StatusCodes.Status401Unauthorized;
            response.Headers[HeaderNames.WWWAuthenticate] = "Basic realm=\"jobs\", charset=\"UTF-8\"";
            return Task.CompletedTask;
        }
        if (
            !HttpMethods.IsGet(request.Method)
            && !(HttpMethods.IsPost(request.Method) && request.Path == Counts)
        )
        {
            response.StatusCode = StatusCodes.Status405MethodNotAllowed;
            return Task.CompletedTask;
        }
        response.Headers.ContentSecurityPolicy = SecurityHeaders.ForDashboard;
        return next(context);
    }
}
