using System.Net;
using System.Text.RegularExpressions;
using CuratorBot.Playground;

namespace CuratorBot.Host.Tests.Playground;

public sealed partial class PageTests
{
    [Fact]
    public async Task The_page_finds_every_file_that_it_names()
    {
        await using var server = await PlaygroundServer.Start();
        using var http = new HttpClient { BaseAddress = server.Address };
        var waiting = new Queue<string>(["/"]);
        var seen = new HashSet<string>(StringComparer.Ordinal);

        while (waiting.TryDequeue(out var path))
        {
            if (!seen.Add(path))
                continue;
            using var response = await http.GetAsync(path);
            Assert.True(response.StatusCode == HttpStatusCode.OK, path);
            foreach (Match named in Reference().Matches(await response.Content.ReadAsStringAsync()))
                waiting.Enqueue("/playground/" + named.Groups["file"].Value);
        }

        Assert.Contains("/playground/phone.css", seen);
        Assert.Contains("/playground/composer.js", seen);
    }

    [Fact]
    public async Task The_page_names_no_other_server()
    {
        await using var server = await PlaygroundServer.Start();
        using var http = new HttpClient { BaseAddress = server.Address };

        var page = await http.GetStringAsync("/");

        Assert.DoesNotContain("http://", page, StringComparison.Ordinal);
        Assert.DoesNotContain("https://", page, StringComparison.Ordinal);
        Assert.DoesNotContain("src=\"//", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_listens_does_not_hold_up_the_end_of_the_server()
    {
        var server = await PlaygroundServer.Start();
        using var bot = new BotClient(server);
        using var events = await bot.Raw("/playground/events");
        var poll = bot.Call("getUpdates", new { timeout = 50 });
        await server.Updates.WaitForPoll();

        await server.DisposeAsync();

        Assert.Equal(0, (await poll).Result.GetArrayLength());
    }

    [GeneratedRegex("(?:/playground/|from \"\\./)(?<file>[a-z]+\\.(?:css|js|svg))")]
    private static partial Regex Reference();
}
