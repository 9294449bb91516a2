using CuratorBot.Condition;
using CuratorBot.Data;
using CuratorBot.Host.Telegram.BotApi;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;

namespace CuratorBot.Host.Tests.Telegram.BotApi;

/// <summary>The token is revoked while the bot runs.</summary>
public sealed class TokenGateTests
{
    private const string Revoked = """{"ok":false,"error_code":401,"description":"Unauthorized"}""";
    private const string Taken = """{"ok":true,"result":true}""";

    private readonly FakeTimeProvider _clock = new();
    private readonly Troubles _troubles;
    private volatile string _answer = Taken;

    public TokenGateTests() => _troubles = new Troubles(new RealTime(_clock));

    [Fact]
    public async Task After_the_refusal_one_call_a_minute_leaves_whatever_is_called()
    {
        await using var server = await Server();
        using var client = Client(server);
        await client.DeleteWebhook();
        _answer = Revoked;

        for (var minute = 1; minute <= 5; minute++)
        {
            for (var round = 0; round < 20; round++)
                await CallEverything(client);
            Assert.Equal(1 + minute, server.Requests.Count);
            Assert.Equal(Severity.NeedsPerson, Assert.Single(_troubles.Now).Severity);
            _clock.Advance(TimeSpan.FromSeconds(60));
        }
    }

    [Fact]
    public async Task A_call_that_was_held_back_comes_to_the_same_as_one_that_was_refused()
    {
        await using var server = await Server();
        using var client = Client(server);
        _answer = Revoked;

        var refused = (await client.SendMessage(new() { ChatId = 1, Text = "x" })).Failure;
        var heldBack = (await client.SendMessage(new() { ChatId = 1, Text = "x" })).Failure;

        Assert.Equal(refused, heldBack);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Once_the_token_is_taken_again_everything_goes_on()
    {
        await using var server = await Server();
        using var client = Client(server);
        _answer = Revoked;
        await client.DeleteWebhook();
        _answer = Taken;
        _clock.Advance(TimeSpan.FromSeconds(60));

        Assert.True((await client.DeleteWebhook()).IsOk);
        Assert.True((await client.DeleteWebhook()).IsOk);
        Assert.Empty(_troubles.Now);
    }

    [Fact]
    public async Task A_gateway_in_between_knows_nothing_of_the_token()
    {
        await using var server = await Server();
        using var client = Client(server);
        _answer = Revoked;
        await client.DeleteWebhook();
        _answer = "<html>502</html>";
        _clock.Advance(TimeSpan.FromSeconds(60));
        await client.DeleteWebhook();

        await client.DeleteWebhook();
        Assert.Equal(2, server.Requests.Count);
        Assert.Single(_troubles.Now);
    }

    private Task<ScriptedServer> Server() =>
        ScriptedServer.Start(http =>
        {
            http.Response.StatusCode = _answer == Revoked ? 401 : 200;
            return http.Response.WriteAsync(_answer);
        });

    private BotApiClient Client(ScriptedServer server) =>
        new(
            () => new TelegramOptions { Token = ScriptedServer.Token, ApiBaseUrl = server.Address },
            server.Log,
            _clock,
            gate: new TokenGate(_clock, _troubles)
        );

    private static async Task CallEverything(BotApiClient client)
    {
        await client.GetMe();
        await client.GetUpdates(new());
        await client.SendMessage(new() { ChatId = 1, Text = "x" });
        await client.AnswerCallbackQuery(new() { CallbackQueryId = "1" });
        await client.GetFile("F1");
        await client.DownloadFile("a.jpg", Stream.Null);
        await client.GetWebhookInfo();
    }
}
