namespace CuratorBot.Host.Health;

/// <summary>
/// <list type="bullet">
/// <item><c>GET /health/live</c>: 503 only where a restart would help</item>
/// <item><c>GET /health/ready</c>: 503 where a person must act, or the database does not answer</item>
/// <item><c>GET /health</c>: the same, with everything that is known</item>
/// </list>
/// </summary>
public static class HealthEndpoint
{
    public static IServiceCollection AddHealth(this IServiceCollection services) =>
        services
            .AddSingleton<DatabaseLook>()
            .AddSingleton<WriterProbe>()
            .AddSingleton<HealthReport>()
            .AddHostedService<HealthWatch>();

    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapGet(
            "/health/live",
            (HealthReport report) =>
                Answer(new Brief(report.NeedsRestart ? "unhealthy" : "healthy"), !report.NeedsRestart)
        );
        app.MapGet(
            "/health/ready",
            async (HealthReport report) =>
            {
                var (state, isReady) = await report.Ask();
                return Answer(new Brief(state.Status), isReady);
            }
        );
        app.MapGet(
            "/health",
            async (HealthReport report) =>
            {
                var (state, isReady) = await report.Ask();
                return Answer(state, isReady);
            }
        );
    }

    private static IResult Answer<T>(T state, bool isWell) =>
        Results.Json(
            state,
            statusCode: isWell ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable
        );

    private sealed record Brief(string Status);
}
