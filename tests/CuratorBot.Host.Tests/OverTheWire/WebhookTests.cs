using System.Net;
using System.Text;
using CuratorBot.Host.Tests.Support;
using CuratorBot.Playground.Faults;

namespace CuratorBot.Host.Tests.OverTheWire;

/// <summary>Updates come by webhook instead of polling.</summary>
public sealed class WebhookTests
{
    private const string Path = "/telegram/hook";
    private const string Secret = "a-secret-of-the-webhook_0123456789";

    [Fact]
    public async Task A_person_registers_over_the_webhook()
    {
        await using var stage = await OpenByWebhook();
        var stranger = stage.Person(Stage.Stranger);
        await stranger.SendRequest();
        await stage.Person(Stage.Coordinator).Hear(Labels.NewRequest);

        Assert.Equal(0, stage.Playground.Log.Count("getUpdates"));
        Assert.Equal(1, stranger.CountOf(Labels.Sent));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("not-the-secret")]
    [InlineData($"{Secret}x")]
    public async Task Who_does_not_know_the_secret_is_turned_away_and_nothing_is_stored(string? secret)
    {
        await using var stage = await OpenByWebhook();
        using var answer = await Post(
            stage,
            900,
            Encoding.UTF8.GetString(Letters.Text(5001, "/help")),
            secret
        );

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal(0, stage.Stored().Count("inbox"));
    }

    [Fact]
    public async Task A_damaged_update_is_taken_and_put_aside_so_that_it_does_not_come_for_ever()
    {
        await using var stage = await OpenByWebhook();
        var number = 900;
        foreach (var raw in Letters.Unreadable.Values.Append("\"message\":{"))
        {
            using var answer = await Post(stage, ++number, raw, Secret);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }
        using var nothing = await PostBody(stage, "no JSON at all", Secret);
        Assert.Equal(HttpStatusCode.OK, nothing.StatusCode);

        Assert.Equal(number - 900, (await stage.Host.Health()).GetProperty("parked").GetInt32());
        Assert.Equal(number - 900, stage.Stored().Count("inbox WHERE State = 2 AND Body LIKE '{%message%'"));
    }

    [Fact]
    public async Task An_update_posted_twice_is_answered_once()
    {
        await using var stage = await OpenByWebhook();
        var person = stage.Person(5001);
        await person.Ask("привет", Labels.Strangers);
        var letter = Encoding.UTF8.GetString(Letters.Text(5001, "/nosuch"));
        for (var time = 0; time < 3; time++)
        {
            using var answer = await Post(stage, 900, letter, Secret);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }
        await person.Ask("/help", "Это бот проекта");

        Assert.Equal(1, person.CountOf(Labels.UnknownCommand));
    }

    [Fact]
    public async Task Polling_and_a_webhook_at_once_are_refused_in_plain_words()
    {
        await using var stage = await Stage.Open(
            new() { ["Telegram__Mode"] = "polling", ["Telegram__WebhookUrl"] = "https://example.org/hook" }
        );
        await using var host = stage.Launch();

        Assert.NotEqual(0, await host.WaitForExit());
        Assert.Contains("either set Telegram:Mode to Webhook, or remove Telegram:WebhookUrl", host.Output);
        Assert.Equal(0, stage.Playground.Log.Count());
    }

    [Fact]
    public async Task Forged_requests_are_turned_away_by_the_hundred_and_the_log_says_so_in_one_line()
    {
        await using var stage = await OpenByWebhook();
        var forged = Enumerable
            .Range(0, 300)
            .Select(number => Post(stage, number, "\"message\":{", "forged"));
        foreach (var answer in await Task.WhenAll(forged))
            using (answer)
                Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        await stage.Person(5001).Ask("привет", Labels.Strangers);
        await stage.Host.Stop();

        Assert.Equal(0, stage.Stored().Count("inbox WHERE State = 2"));
        var lines = stage.Host.Output.Split('\n');
        Assert.Single(lines, line => line.Contains("turned away", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, line => line.Contains("forged", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_webhook_that_Telegram_cannot_reach_is_told_of()
    {
        await using var stage = await Stage.Open(Settings("http://127.0.0.1:9/telegram/hook"));
        stage.Person(5001).Phone.SendText("/help");
        // Until Telegram has tried once, the first look is put off.
        stage.Playground.Faults.Add(
            new Fault
            {
                Kind = FaultKind.Answer,
                Method = "getMe",
                Times = 2,
            }
        );
        await using var host = stage.Launch();
        await host.WaitUntilAlive();

        Assert.Contains("Telegram cannot deliver", await host.WaitForTrouble("webhook"));
    }

    [Fact]
    public async Task The_name_of_the_bot_is_asked_for_until_it_is_known()
    {
        var port = HostUnderTest.FreePort();
        await using var stage = await Stage.Open(Settings($"http://127.0.0.1:{port}{Path}"));
        stage.Playground.Faults.Add(
            new Fault
            {
                Kind = FaultKind.Answer,
                Method = "getMe",
                Times = 2,
            }
        );
        await stage.Start(port: port);

        await stage.Playground.Log.WaitFor("getMe", asked => asked.Status == 200, HostUnderTest.Patience);
    }

    [Fact]
    public async Task A_webhook_that_was_taken_away_is_set_anew_and_told_of()
    {
        var port = HostUnderTest.FreePort();
        await using var stage = await Stage.Open(Settings($"http://127.0.0.1:{port}{Path}"));
        stage.Playground.Faults.Add(
            new Fault
            {
                Kind = FaultKind.Answer,
                Method = "getWebhookInfo",
                Status = 200,
                ContentType = "application/json",
                Body =
                    """{"ok":true,"result":{"url":"","has_custom_certificate":false,"pending_update_count":0}}""",
            }
        );
        await using var host = stage.Launch(port: port);
        await host.WaitUntilAlive();

        Assert.Contains("took our webhook away", await host.WaitForTrouble("webhook"));
        await stage.Playground.Log.WaitForCount("setWebhook", 2, HostUnderTest.Patience);
    }

    [Fact]
    public async Task A_webhook_without_a_secret_is_refused_in_plain_words()
    {
        await using var stage = await Stage.Open(
            new() { ["Telegram__Mode"] = "webhook", ["Telegram__WebhookUrl"] = "https://example.org/hook" }
        );
        await using var host = stage.Launch();

        Assert.NotEqual(0, await host.WaitForExit());
        Assert.Contains("Telegram:WebhookSecret is not set", host.Output);
        Assert.DoesNotContain("ArgumentNullException", host.Output);
    }

    private static Dictionary<string, string?> Settings(string url) =>
        new()
        {
            ["Telegram__Mode"] = "webhook",
            ["Telegram__WebhookUrl"] = url,
            ["Telegram__WebhookSecret"] = Secret,
        };

    private static async Task<Stage> OpenByWebhook()
    {
        var port = HostUnderTest.FreePort();
        var stage = await Stage.Open(Settings($"http://127.0.0.1:{port}{Path}"));
        await stage.Start(port: port);
        await stage.Playground.Log.WaitFor("setWebhook", timeout: HostUnderTest.Patience);
        return stage;
    }

    private static Task<HttpResponseMessage> Post(Stage stage, long number, string member, string? secret) =>
        PostBody(stage, $"{{\"update_id\":{number},{member}}}", secret);

    private static async Task<HttpResponseMessage> PostBody(Stage stage, string body, string? secret)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Path);
        request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        if (secret is not null)
            request.Headers.TryAddWithoutValidation("X-Telegram-Bot-Api-Secret-Token", secret);
        return await stage.Host.Http.SendAsync(request);
    }
}
