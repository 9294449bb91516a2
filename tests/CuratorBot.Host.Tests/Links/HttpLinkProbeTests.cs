using System.Net;
using CuratorBot.Conversations.Arriving;
using CuratorBot.Host.Links;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CuratorBot.Host.Tests.Links;

/// <summary>A real server on this machine, which rules of the tests allow at one address only.</summary>
public sealed class HttpLinkProbeTests : IAsyncLifetime
{
    private const string Allowed = "127.0.0.1";
    private const string Inside = "127.0.0.2";

    private WebApplication _server = null!;
    private int _port;
    private int _insideAsked;
    private string _location = "";

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Any, 0);
            kestrel.ResponseHeaderEncodingSelector = _ => System.Text.Encoding.UTF8;
        });
        _server = builder.Build();
        _server.Run(Answer);
        await _server.StartAsync();
        _port = new Uri(_server.Urls.First().Replace("0.0.0.0", Allowed, StringComparison.Ordinal)).Port;
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Theory]
    [InlineData("/ok", LinkState.Answers)]
    [InlineData("/404", LinkState.Gone)]
    [InlineData("/410", LinkState.Gone)]
    [InlineData("/403", LinkState.Unknown)]
    [InlineData("/500", LinkState.Unknown)]
    [InlineData("/to/ok", LinkState.Answers)]
    [InlineData("/to/404", LinkState.Gone)]
    [InlineData("/loop", LinkState.Unknown)]
    [InlineData("/nowhere", LinkState.Unknown)]
    [InlineData("/endless", LinkState.Answers)] // its body never ends, and is not read
    [InlineData("/heads", LinkState.Unknown)] // its head is larger than any
    [InlineData("/silent", LinkState.Unknown)]
    public async Task A_link_is_as_its_server_answers(string path, LinkState expected) =>
        Assert.Equal(expected, await Look(path));

    [Theory]
    [InlineData("/inside")]
    [InlineData("/insideBySteps")]
    [InlineData("/otherPort")]
    [InlineData("/otherScheme")]
    public async Task A_redirect_that_leads_inside_is_not_followed(string path)
    {
        Assert.Equal(LinkState.NotPublic, await Look(path));
        Assert.Equal(0, _insideAsked);
    }

    /// <summary>Some of it is a place on the same server after all, and answers; nothing is thrown, nothing leads inside.</summary>
    [Fact]
    public async Task Whatever_a_server_says_of_another_place_it_is_an_outcome()
    {
        var thrown = new List<string>();
        foreach (var location in Hostile())
        {
            _location = location;
            try
            {
                await Look("/hostile");
            }
            catch (Exception error)
            {
                thrown.Add($"{location}: {error.GetType().Name}");
            }
        }

        Assert.Empty(thrown);
        Assert.Equal(0, _insideAsked);
    }

    private static IEnumerable<string> Hostile()
    {
        string[] beginnings =
        [
            "",
            "http:",
            "https:",
            "HTTP:",
            "http://",
            "https://",
            "//",
            "///",
            "/\\",
            "\\\\",
            "?",
            "#",
        ];
        string[] ends =
        [
            "",
            ":",
            "@",
            "%",
            "%zz",
            " ",
            "[",
            "[::1",
            "[::ffff:127.0.0.2]",
            ":99999",
            "user:secret@127.0.0.1",
            "127.0.0.1:99999999999",
            "2130706434",
            "0x7f000002",
            "..",
            ".",
            "-",
            "xn--",
            "\u202e",
            new string('a', 300),
            $"{new string('a', 64)}.ru",
        ];
        string[] whole =
        [
            "javascript:alert(1)",
            "data:,x",
            "file:///etc/passwd",
            "ftp://127.0.0.2/",
            "mailto:a@b.ru",
        ];
        return beginnings.SelectMany(beginning => ends.Select(end => beginning + end)).Concat(whole);
    }

    [Theory]
    [InlineData("localhost")]
    [InlineData(Allowed)]
    [InlineData("[::ffff:127.0.0.1]")]
    public async Task This_machine_is_not_asked_by_the_rules_of_the_internet(string host)
    {
        using var probe = new HttpLinkProbe(
            LinkRules.OfTheInternet with
            {
                IsAllowedPort = _ => true,
            },
            TimeProvider.System
        );
        Assert.Equal(
            LinkState.NotPublic,
            await probe.Look(new Uri($"http://{host}:{_port}/inside-asked"), CancellationToken.None)
        );
        Assert.Equal(0, _insideAsked);
    }

    [Fact]
    public async Task A_port_of_no_web_is_not_asked() =>
        Assert.Equal(
            LinkState.NotPublic,
            await Probe(LinkRules.OfTheInternet)
                .Look(new Uri("http://school3.ru:22/"), CancellationToken.None)
        );

    [Fact]
    public async Task A_server_that_is_down_loses_no_link()
    {
        await _server.StopAsync();
        Assert.Equal(LinkState.Unknown, await Look("/ok"));
    }

    [Theory]
    [InlineData("8.8.8.8", true)]
    [InlineData("93.184.216.34", true)]
    [InlineData("2a02:6b8::2:242", true)]
    [InlineData("10.1.2.3", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("127.0.0.1", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("172.16.0.1", false)]
    [InlineData("172.32.0.1", true)]
    [InlineData("192.168.1.1", false)]
    [InlineData("0.0.0.0", false)]
    [InlineData("255.255.255.255", false)]
    [InlineData("::1", false)]
    [InlineData("::", false)]
    [InlineData("::ffff:10.0.0.1", false)]
    [InlineData("::ffff:8.8.8.8", true)]
    [InlineData("fd00::1", false)]
    [InlineData("fe80::1", false)]
    [InlineData("64:ff9b::a00:1", false)]
    [InlineData("2002:a00:1::", false)]
    public void Only_addresses_of_the_internet_are_public(string address, bool isPublic) =>
        Assert.Equal(isPublic, PublicAddress.Is(IPAddress.Parse(address)));

    private async Task<LinkState> Look(string path)
    {
        var rules = new LinkRules(
            address => address.ToString() == Allowed,
            port => port == _port,
            TimeSpan.FromSeconds(path == "/silent" ? 0.2 : 30)
        );
        return await Probe(rules).Look(new Uri($"http://{Allowed}:{_port}{path}"), CancellationToken.None);
    }

    private static HttpLinkProbe Probe(LinkRules rules) => new(rules, TimeProvider.System);

    private async Task Answer(HttpContext context)
    {
        var (path, answer) = (context.Request.Path.Value!, context.Response);
        if (context.Request.Host.Host != Allowed || path == "/inside-asked")
            Interlocked.Increment(ref _insideAsked);
        if (path.StartsWith("/to", StringComparison.Ordinal))
            answer.Redirect(path[3..]);
        else if (int.TryParse(path[1..], out var status))
            answer.StatusCode = status;
        switch (path)
        {
            case "/loop":
                answer.Redirect("/loop");
                break;
            case "/hostile":
                answer.StatusCode = StatusCodes.Status302Found;
                answer.Headers.Location = _location;
                break;
            case "/nowhere":
                answer.StatusCode = StatusCodes.Status302Found;
                break;
            case "/inside":
                answer.Redirect($"http://{Inside}:{_port}/ok");
                break;
            case "/insideBySteps":
                answer.Redirect("/inside");
                break;
            case "/otherPort":
                answer.Redirect($"http://{Allowed}:{_port + 1}/ok");
                break;
            case "/otherScheme":
                answer.Redirect("file:///etc/passwd");
                break;
            case "/heads":
                answer.Headers["X-Long"] = new string('x', 64 * 1024);
                break;
            case "/endless":
                await answer.WriteAsync("the beginning");
                await answer.Body.FlushAsync();
                await LeftBy(context);
                break;
            case "/silent":
                await LeftBy(context);
                break;
        }
    }

    private static Task LeftBy(HttpContext context)
    {
        var left = new TaskCompletionSource();
        context.RequestAborted.Register(left.SetResult);
        return left.Task;
    }
}
