using System.Net;
using System.Text.Json;
using CuratorBot.Host.Edge;
using CuratorBot.Host.Tests.Telegram.BotApi;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace CuratorBot.Host.Tests.Edge;

/// <summary>Something throws, at each place of the way of a request.</summary>
public sealed class ErrorAnswersTests : IAsyncLifetime
{
    private const string Canary = "what-nobody-outside-may-read";

    private readonly CapturingLogger _log = new();
    private WebApplication _app = null!;
    private HttpClient _http = null!;

    public async Task InitializeAsync()
    {
        // The environment in which the framework itself would show the stack to everybody.
        var builder = WebApplication.CreateSlimBuilder(
            new WebApplicationOptions { EnvironmentName = Environments.Development }
        );
        builder.Logging.ClearProviders().AddProvider(new Capturing(_log));
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.UseEdge();
        _app.Use(
            (context, next) =>
                context.Request.Path == "/before"
                    ? throw new InvalidOperationException(Canary)
                    : next(context)
        );
        _app.Use(
            async (context, next) =>
            {
                await next(context);
                if (context.Request.Path == "/after")
                    throw new InvalidOperationException(Canary);
            }
        );
        _app.MapGet("/endpoint", IResult () => throw new InvalidOperationException(Canary));
        _app.MapPost("/body", (Wish wish) => Results.Ok(wish));
        _app.MapGet("/result", () => new Throwing());
        _app.MapGet("/begun", Begun);
        _app.MapGet("/after", () => Results.Empty);
        await _app.StartAsync();
        _http = new HttpClient { BaseAddress = new Uri(_app.Urls.First()) };
    }

    public async Task DisposeAsync()
    {
        _http.Dispose();
        await _app.DisposeAsync();
    }

    [Theory]
    [InlineData("/before")]
    [InlineData("/after")]
    [InlineData("/endpoint")]
    [InlineData("/result")]
    public async Task Whoever_asks_sees_a_short_id_and_the_log_has_the_rest_under_it(string path)
    {
        using var answer = await _http.GetAsync(new Uri(path, UriKind.Relative));
        var said = await answer.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.DoesNotContain(Canary, said);
        Assert.DoesNotContain("   at ", said);
        Assert.DoesNotContain("Exception", said);
        var id = JsonDocument.Parse(said).RootElement.GetProperty("id").GetString()!;
        Assert.Matches("^[0-9a-f]{8}$", id);
        var line = Assert.Single(_log.Lines, line => line.Contains(id, StringComparison.Ordinal));
        Assert.Contains("InvalidOperationException", line);
        Assert.Contains("   at ", line);
        Assert.DoesNotContain(Canary, line);
        Assert.Equal(["nosniff"], answer.Headers.GetValues("X-Content-Type-Options"));
    }

    [Fact]
    public async Task A_body_that_cannot_be_read_is_the_fault_of_whoever_sent_it()
    {
        using var body = new StringContent("{", System.Text.Encoding.UTF8, "application/json");
        using var answer = await _http.PostAsync(new Uri("/body", UriKind.Relative), body);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.DoesNotContain("   at ", await answer.Content.ReadAsStringAsync());
        Assert.Empty(_log.Lines);
    }

    [Fact]
    public async Task An_answer_that_was_begun_is_cut_off_and_not_ended_as_if_it_were_whole()
    {
        await Assert.ThrowsAnyAsync<HttpRequestException>(() =>
            _http.GetStringAsync(new Uri("/begun", UriKind.Relative))
        );
        Assert.Single(_log.Lines);
    }

    private static async Task Begun(HttpContext context)
    {
        await context.Response.WriteAsync("half");
        await context.Response.Body.FlushAsync();
        throw new InvalidOperationException(Canary);
    }

    private sealed record Wish(int Number);

    private sealed class Capturing(ILogger log) : ILoggerProvider
    {
        public ILogger CreateLogger(string categoryName) =>
            categoryName.StartsWith("CuratorBot.", StringComparison.Ordinal) ? log : NullLogger.Instance;

        public void Dispose() { }
    }

    private sealed class Throwing : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext) => throw new InvalidOperationException(Canary);
    }
}
