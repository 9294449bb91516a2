using System.Net;
using System.Net.Sockets;
using CuratorBot.Host.CommandLine;
using CuratorBot.Host.Tests.Support;
using CuratorBot.Playground;
using Microsoft.Data.Sqlite;

namespace CuratorBot.Host.Tests.OverTheWire;

/// <summary>A start says what runs, or in a line why not; and the playground never opens the data of real people.</summary>
public sealed class StartModeTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("curatorbot-start-").FullName;

    private static readonly Dictionary<string, string?> AsNewcomer = new()
    {
        ["Playground__Enabled"] = null,
        ["Storage__DataDirectory"] = null,
    };

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_newcomer_who_sets_nothing_gets_the_playground_in_its_own_directory_again_and_again()
    {
        for (var run = 0; run < 2; run++)
        {
            await using var host = HostUnderTest.Launch(_folder, null, AsNewcomer);
            await host.WaitUntilHealthy();
            await Listening(host, "curator_bot");

            Assert.True(File.Exists(Path.Combine(_folder, "data", "demo", "curatorbot.db")));
            Assert.Contains(
                $"CuratorBot {ProductVersion.Text}, mode playground, address {Plain(host)}",
                host.Output
            );
            Assert.Equal(ExitCodes.Ok, await host.Stop());
            Assert.DoesNotContain(
                host.Output.Split('\n'),
                line => line.Contains(" warn: ") || line.Contains(" fail: ")
            );
        }
    }

    [Fact]
    public async Task The_playground_opens_no_data_of_real_people_and_a_real_bot_none_of_a_playground()
    {
        await using var playground = await PlaygroundServer.Start();
        var (real, demo) = (
            Directory.CreateDirectory(Path.Combine(_folder, "real")).FullName,
            Directory.CreateDirectory(Path.Combine(_folder, "demo")).FullName
        );
        await RunOnce(HostUnderTest.Launch(real, playground.Address));
        await RunOnce(HostUnderTest.Launch(demo, null));

        var (code, said) = await End(HostUnderTest.Launch(real, null));
        Assert.Equal(ExitCodes.BadSettings, code);
        Assert.Contains("holds data that no playground made", Assert.Single(said));

        (code, said) = await End(HostUnderTest.Launch(demo, playground.Address));
        Assert.Equal(ExitCodes.BadSettings, code);
        Assert.Contains("holds a playground, whose people are made up", Assert.Single(said));

        // Nothing of the refused runs remains, and both go on with their own.
        await RunOnce(HostUnderTest.Launch(real, playground.Address));
        await RunOnce(HostUnderTest.Launch(demo, null));
    }

    [Theory]
    [InlineData("Telegram__Token", "")]
    [InlineData("Telegram__Tokn", HostUnderTest.Token)]
    [InlineData("TELEGRAM_TOKEN", HostUnderTest.Token)]
    public async Task A_token_that_is_empty_or_under_a_wrong_name_opens_nothing(string name, string value)
    {
        var (code, said) = await End(
            HostUnderTest.Launch(
                _folder,
                null,
                new Dictionary<string, string?> { ["Playground__Enabled"] = null, [name] = value }
            )
        );

        Assert.Equal(ExitCodes.BadSettings, code);
        Assert.All(said, line => Assert.DoesNotContain(HostUnderTest.Secret, line));
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder));
    }

    [Fact]
    public async Task A_command_without_a_token_finds_out_by_the_data_whether_they_are_made_up()
    {
        await using var playground = await PlaygroundServer.Start();
        var real = new Dictionary<string, string?> { ["Demo__Seed"] = "false", ["Demo__Clock"] = null };
        await RunOnce(HostUnderTest.Launch(_folder, playground.Address, real));

        var (code, said) = await End(
            HostUnderTest.Launch(
                _folder,
                null,
                new Dictionary<string, string?> { ["Playground__Enabled"] = null },
                null,
                "invite",
                "--role",
                "regional-coordinator"
            )
        );

        Assert.Equal(ExitCodes.Ok, code);
        Assert.DoesNotContain(said, line => line.Contains("2022"));
        Assert.Equal(0, new StoredData(Path.Combine(_folder, "curatorbot.db")).Count("people"));
    }

    [Fact]
    public async Task A_command_that_would_begin_new_data_by_mistake_is_refused()
    {
        var (code, said) = await End(
            HostUnderTest.Launch(_folder, null, AsNewcomer, null, "invite", "--role", "regional-coordinator")
        );

        Assert.Equal(ExitCodes.BadSettings, code);
        Assert.StartsWith("There are no data in ", Assert.Single(said));
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder));
    }

    [Fact]
    public async Task A_taken_port_is_told_in_a_line()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;

        var (code, said) = await End(HostUnderTest.Launch(_folder, null, port: port));

        Assert.Equal(ExitCodes.Held, code);
        // Before it there is only that a database was made.
        Assert.Contains(
            "Another program, or another bot, listens there",
            Assert.Single(said, line => !line.Contains(" info: "))
        );
    }

    [Theory]
    [InlineData("/proc/nosuch")]
    [InlineData("/dev/null/data")]
    public async Task A_directory_that_cannot_be_written_is_told_in_a_line(string directory)
    {
        var (code, said) = await End(
            HostUnderTest.Launch(
                _folder,
                null,
                new Dictionary<string, string?> { ["Storage__DataDirectory"] = directory }
            )
        );

        Assert.Equal(ExitCodes.BadData, code);
        Assert.Single(said);
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_told_in_a_line()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "curatorbot.db"), new string('x', 10_000));
        await using var playground = await PlaygroundServer.Start();

        var (code, said) = await End(HostUnderTest.Launch(_folder, playground.Address));

        Assert.Equal(ExitCodes.BadData, code);
        Assert.Single(said);
    }

    [Theory]
    [InlineData("ASPNETCORE_URLS", "http://127.0.0.1:{0}")]
    [InlineData("Urls", "http://127.0.0.1:{0}")]
    [InlineData("ASPNETCORE_HTTP_PORTS", "{0}")]
    public async Task It_listens_where_it_is_told_in_any_of_the_usual_ways(string name, string value)
    {
        var port = HostUnderTest.FreePort();
        var settings = new Dictionary<string, string?>
        {
            ["Urls"] = null,
            ["AllowedHosts"] = "demo.example.org",
        };
        settings[name] = string.Format(System.Globalization.CultureInfo.InvariantCulture, value, port);

        await using var host = HostUnderTest.Launch(_folder, null, settings, port);
        await host.WaitUntilHealthy();

        Assert.DoesNotContain(" warn: ", host.Output);
    }

    [Fact]
    public async Task The_page_answers_under_its_own_names_only()
    {
        await using var host = HostUnderTest.Launch(
            _folder,
            null,
            new Dictionary<string, string?> { ["AllowedHosts"] = "demo.example.org" }
        );
        await host.WaitUntilHealthy();
        string[] places =
        [
            "/",
            "/playground/state",
            "/playground/log",
            "/playground/events",
            "/demo/clock",
            "/bot1:x/getMe",
        ];

        foreach (var place in places)
        {
            Assert.Equal(HttpStatusCode.BadRequest, await Ask(host, place, "evil.example.com"));
            Assert.Equal(
                HttpStatusCode.BadRequest,
                await Ask(host, place, $"127.0.0.1.evil.example.com:{host.Address.Port}")
            );
            foreach (var known in new[] { "localhost", "127.0.0.1", "[::1]", "demo.example.org" })
                Assert.Equal(HttpStatusCode.OK, await Ask(host, place, known));
        }
    }

    private static async Task<HttpStatusCode> Ask(HostUnderTest host, string place, string name)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, place);
        request.Headers.Host = name;
        using var answer = await host.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        return answer.StatusCode;
    }

    private static string Plain(HostUnderTest host) => host.Address.ToString().TrimEnd('/');

    private static async Task RunOnce(HostUnderTest host)
    {
        await using (host)
        {
            await host.WaitUntilHealthy();
            Assert.Equal(ExitCodes.Ok, await host.Stop());
        }
        SqliteConnection.ClearAllPools();
    }

    private static async Task Listening(HostUnderTest host, string bot)
    {
        using var deadline = new CancellationTokenSource(HostUnderTest.Patience);
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (!host.Output.Contains($"@{bot} is listening"))
            await tick.WaitForNextTickAsync(deadline.Token);
    }

    /// <summary>How it ended, and every line that it said.</summary>
    private static async Task<(int Code, string[] Said)> End(HostUnderTest host)
    {
        await using (host)
        {
            var code = await host.WaitForExit();
            return (code, host.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        }
    }
}
