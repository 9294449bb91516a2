using System.Net;
using CuratorBot.Host.Tests.Support;
using CuratorBot.Playground;
using Microsoft.AspNetCore.Routing;

namespace CuratorBot.Host.Tests.Edge;

/// <summary>
/// The host with a webhook and the playground's clock, as it maps itself: whatever is mapped one day is among these
/// without being named.
/// </summary>
public sealed class MappedHost : IAsyncLifetime
{
    private PlaygroundServer? _telegram;
    private HostInProcess? _host;

    internal HostInProcess Host => _host!;

    public async Task InitializeAsync()
    {
        _telegram = await PlaygroundServer.Start();
        _host = await HostInProcess.Start(
            $"--Telegram:Token={HostUnderTest.Token}",
            $"--Telegram:ApiBaseUrl={_telegram.Address.ToString().TrimEnd('/')}",
            "--Telegram:Mode=webhook",
            "--Telegram:WebhookUrl=http://127.0.0.1:9/telegram/hook",
            "--Telegram:WebhookSecret=a-secret-of-the-webhook",
            "--Demo:Clock=true"
        );
    }

    public async Task DisposeAsync()
    {
        await _host!.DisposeAsync();
        await _telegram!.DisposeAsync();
    }

    /// <summary>Each with one method that it answers.</summary>
    internal IReadOnlyList<(string Method, string Path)> Endpoints =>
        [
            .. Host.Get<EndpointDataSource>()
                .Endpoints.OfType<RouteEndpoint>()
                .SelectMany(endpoint =>
                    (
                        endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET", "POST"]
                    ).Select(method => (method, "/" + endpoint.RoutePattern.RawText!.TrimStart('/')))
                ),
        ];
}

/// <summary>What holds of every endpoint of the host.</summary>
public sealed class EveryEndpointTests(MappedHost mapped) : IClassFixture<MappedHost>
{
    private static readonly HashSet<string> Safe = ["GET", "HEAD"];

    [Fact]
    public void The_endpoints_are_found() =>
        Assert.Superset(
            new HashSet<(string, string)>
            {
                ("GET", "/health"),
                ("GET", "/health/live"),
                ("GET", "/health/ready"),
                ("POST", "/telegram/hook"),
                ("GET", "/demo/clock"),
                ("POST", "/demo/clock"),
            },
            mapped.Endpoints.ToHashSet()
        );

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Origin", "null")]
    public async Task What_the_page_of_somebody_else_asks_to_be_changed_is_refused_everywhere(
        string header,
        string value
    )
    {
        foreach (var (method, path) in mapped.Endpoints.Where(one => !Safe.Contains(one.Method)))
        {
            using var answer = await Ask(method, path, (header, value));
            Assert.True(
                answer.StatusCode == HttpStatusCode.Forbidden,
                $"{method} {path}: {answer.StatusCode}"
            );
        }
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "same-origin")]
    [InlineData("Origin", null)]
    public async Task What_our_own_page_asks_is_let_in(string header, string? value)
    {
        var own = value ?? mapped.Host.Http.BaseAddress!.GetLeftPart(UriPartial.Authority);
        foreach (var (method, path) in mapped.Endpoints)
        {
            using var answer = await Ask(method, path, (header, own));
            Assert.True(answer.StatusCode != HttpStatusCode.Forbidden, $"{method} {path}");
        }
    }

    [Fact]
    public async Task Reading_of_a_foreign_page_is_refused_and_a_link_is_followed()
    {
        using var read = await Ask("GET", "/demo/clock", ("Sec-Fetch-Site", "cross-site"));
        using var link = await Ask(
            "GET",
            "/health",
            ("Sec-Fetch-Site", "cross-site"),
            ("Sec-Fetch-Mode", "navigate"),
            ("Sec-Fetch-Dest", "document")
        );

        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.OK), (read.StatusCode, link.StatusCode));
    }

    [Fact]
    public async Task No_endpoint_changes_anything_when_it_is_only_read()
    {
        var unitOfWork = mapped.Host.Get<Messaging.IUnitOfWork>();
        var before = (unitOfWork.ReadRevision(), Waiting(unitOfWork));
        foreach (var (_, path) in mapped.Endpoints)
            using (await Ask("GET", path)) { }

        Assert.Equal(before, (unitOfWork.ReadRevision(), Waiting(unitOfWork)));
    }

    [Fact]
    public async Task Every_answer_tells_browsers_to_take_it_for_no_more_than_it_is()
    {
        (string, string)[] nowhere = [("GET", "/nowhere"), ("POST", "/nowhere"), ("GET", "/")];
        foreach (var (method, path) in mapped.Endpoints.Concat(nowhere))
        {
            using var answer = await Ask(method, path);
            AssertHeader(answer, "X-Content-Type-Options", "nosniff");
            AssertHeader(answer, "X-Frame-Options", "DENY");
            AssertHeader(answer, "Referrer-Policy", "no-referrer");
            AssertHeader(answer, "Cross-Origin-Opener-Policy", "same-origin");
            AssertHeader(answer, "Cross-Origin-Resource-Policy", "same-origin");
            var policy = string.Join(' ', answer.Headers.GetValues("Content-Security-Policy"));
            Assert.StartsWith("default-src 'none'; ", policy);
            Assert.Contains("frame-ancestors 'none'", policy);
            Assert.Contains("base-uri 'none'", policy);
            Assert.DoesNotContain("unsafe", policy);
            Assert.False(answer.Headers.Contains("Server"), path);
        }
    }

    [Fact]
    public async Task A_request_that_was_refused_has_the_headers_too()
    {
        using var answer = await Ask("POST", "/demo/clock", ("Sec-Fetch-Site", "cross-site"));
        AssertHeader(answer, "X-Content-Type-Options", "nosniff");
    }

    private static int Waiting(Messaging.IUnitOfWork unitOfWork)
    {
        using var db = unitOfWork.OpenForReading();
        return db.Inbox.Count() + db.Outbox.Count();
    }

    private static void AssertHeader(HttpResponseMessage answer, string name, string value) =>
        Assert.True(
            answer.Headers.TryGetValues(name, out var values) && values.SequenceEqual([value]),
            $"{answer.RequestMessage!.RequestUri!.AbsolutePath} has no {name}: {value}"
        );

    private async Task<HttpResponseMessage> Ask(
        string method,
        string path,
        params (string Name, string Value)[] headers
    )
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        foreach (var (name, value) in headers)
            request.Headers.Add(name, value);
        if (!Safe.Contains(method))
            request.Content = new StringContent("{}", System.Text.Encoding.UTF8, "application/json");
        return await mapped.Host.Http.SendAsync(request);
    }
}
