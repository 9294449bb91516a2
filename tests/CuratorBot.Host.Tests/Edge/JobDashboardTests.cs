using System.Net;
using System.Net.Http.Headers;
using System.Text;
using CuratorBot.Host.Configuration;
using CuratorBot.Host.Tests.Support;
using Microsoft.Extensions.Configuration;

namespace CuratorBot.Host.Tests.Edge;

/// <summary>A host whose operator has set a key for the page of the jobs.</summary>
public sealed class HostWithDashboard : IAsyncLifetime
{
    public const string Key = "the-key-of-the-operator";

    private HostInProcess? _host;

    internal HostInProcess Host => _host!;

    public async Task InitializeAsync() =>
        _host = await HostInProcess.Start("--Playground:Enabled=true", $"--Jobs:DashboardKey={Key}");

    public Task DisposeAsync() => _host!.DisposeAsync().AsTask();
}

/// <summary>The page of the jobs: for the operator alone, who comes from this machine here as everybody does.</summary>
public sealed class JobDashboardTests(HostWithDashboard with) : IClassFixture<HostWithDashboard>
{
    [Theory]
    [InlineData(null, null)]
    [InlineData("Basic", "")]
    [InlineData("Basic", "operator")]
    [InlineData("Basic", "operator:")]
    [InlineData("Basic", "operator:the-key-of-the-operato")]
    [InlineData("Basic", HostWithDashboard.Key + ":")]
    [InlineData("Bearer", "operator:" + HostWithDashboard.Key)]
    public async Task Without_the_key_nothing_is_shown_not_even_on_this_machine(string? scheme, string? words)
    {
        foreach (var path in new[] { "/jobs", "/jobs/", "/jobs/recurring", "/jobs/stats", "/jobs/nowhere" })
        {
            using var answer = await Ask(HttpMethod.Get, path, scheme, words);
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
            Assert.Equal("Basic", Assert.Single(answer.Headers.WwwAuthenticate).Scheme);
            Assert.Equal("", await answer.Content.ReadAsStringAsync());
        }
    }

    [Fact]
    public async Task Whoever_knows_the_key_sees_what_is_woken()
    {
        using var home = await Ask(HttpMethod.Get, "/jobs");
        using var recurring = await Ask(HttpMethod.Get, "/jobs/recurring");
        var page = await recurring.Content.ReadAsStringAsync();

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (home.StatusCode, recurring.StatusCode));
        foreach (var name in new[] { "sweeps", "deletion by term", "unused files", "calendar" })
            Assert.Contains(name, page);
        Assert.Contains(
            "script-src 'self'; style-src 'self'",
            string.Join(' ', home.Headers.GetValues("Content-Security-Policy"))
        );
    }

    [Fact]
    public async Task Its_script_and_style_are_served_and_its_counts_told()
    {
        var page = await (await Ask(HttpMethod.Get, "/jobs")).Content.ReadAsStringAsync();
        foreach (var file in new[] { "/jobs/js", "/jobs/css" })
        {
            var from = page.IndexOf(file, StringComparison.Ordinal);
            using var answer = await Ask(HttpMethod.Get, page[from..page.IndexOf('"', from)]);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }
        using var counts = await Ask(HttpMethod.Post, "/jobs/stats");
        Assert.Equal(HttpStatusCode.OK, counts.StatusCode);
    }

    [Theory]
    [InlineData("/jobs/recurring/trigger")]
    [InlineData("/jobs/recurring/remove")]
    [InlineData("/jobs/jobs/succeeded/requeue")]
    [InlineData("/jobs/jobs/actions/delete/1")]
    [InlineData("/jobs")]
    public async Task Nothing_can_be_changed_with_the_key_either(string path)
    {
        using var answer = await Ask(HttpMethod.Post, path);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
    }

    [Fact]
    public async Task What_the_page_of_somebody_else_asks_is_refused()
    {
        using var request = Request(HttpMethod.Get, "/jobs", "Basic", $"operator:{HostWithDashboard.Key}");
        request.Headers.Add("Sec-Fetch-Site", "cross-site");
        using var answer = await with.Host.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task Without_a_key_there_is_no_such_page()
    {
        await using var host = await HostInProcess.Start("--Playground:Enabled=true");
        foreach (var path in new[] { "/jobs", "/jobs/recurring" })
        {
            using var request = Request(HttpMethod.Get, path, "Basic", "operator:");
            using var answer = await host.Http.SendAsync(request);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
    }

    [Fact]
    public void A_key_that_can_be_guessed_is_refused_and_not_told()
    {
        var configuration = new ConfigurationManager();
        configuration.AddInMemoryCollection([KeyValuePair.Create("Jobs:DashboardKey", (string?)"guess-me")]);

        var refused = Assert.Throws<SettingsRefused>(() => HostSettings.ForBot(configuration)).Message;

        Assert.Contains("Jobs:DashboardKey must be 16 characters at least", refused);
        Assert.DoesNotContain("guess-me", refused);
    }

    private Task<HttpResponseMessage> Ask(HttpMethod method, string path) =>
        Ask(method, path, "Basic", $"operator:{HostWithDashboard.Key}");

    private async Task<HttpResponseMessage> Ask(HttpMethod method, string path, string? scheme, string? words)
    {
        using var request = Request(method, path, scheme, words);
        return await with.Host.Http.SendAsync(request);
    }

    private static HttpRequestMessage Request(HttpMethod method, string path, string? scheme, string? words)
    {
        var request = new HttpRequestMessage(method, path);
        if (scheme is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue(
                scheme,
                Convert.ToBase64String(Encoding.UTF8.GetBytes(words!))
            );
        if (method == HttpMethod.Post)
            request.Content = new FormUrlEncodedContent([
                KeyValuePair.Create("metrics[]", "succeeded:count"),
            ]);
        return request;
    }
}
