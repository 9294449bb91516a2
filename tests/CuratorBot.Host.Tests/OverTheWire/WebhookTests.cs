using System.Net;
using System.Text;
using CuratorBot.Host.Tests.Support;

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

    private static async Task<Stage> OpenByWebhook()
    {
        var port = HostUnderTest.FreePort();
        var stage = await Stage.Open(
            new()
            {
                ["Telegram__Mode"] = "webhook",
                ["Telegram__WebhookUrl"] = $"http://127.0.0.1:{port}{Path}",
                ["Telegram__WebhookSecret"] = Secret,
            }
        );
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
