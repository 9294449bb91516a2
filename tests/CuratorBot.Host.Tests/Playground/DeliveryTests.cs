using System.Net;
using System.Text.Json;
using System.Threading.Channels;
using CuratorBot.Playground;
using CuratorBot.Playground.Faults;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;

namespace CuratorBot.Host.Tests.Playground;

/// <summary>The webhook, faults and limits: what a bot meets on the wire besides answers.</summary>
public sealed class DeliveryTests : IAsyncLifetime
{
    private PlaygroundServer _server = null!;
    private BotClient _bot = null!;

    public async Task InitializeAsync()
    {
        _server = await PlaygroundServer.Start(
            new PlaygroundOptions { WebhookFirstRetry = TimeSpan.FromMilliseconds(10) }
        );
        _bot = new BotClient(_server);
        _server.Phone(7).SendText("before");
        await _bot.Call("getUpdates", new { offset = _server.Updates.NextId });
    }

    public async Task DisposeAsync()
    {
        _bot.Dispose();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task The_webhook_carries_the_secret_and_comes_again_after_a_failure_in_order()
    {
        var heard = Channel.CreateUnbounded<(string? Secret, string? Text)>();
        var failures = 2;
        await using var app = await Listen(async context =>
        {
            if (Interlocked.Decrement(ref failures) >= 0)
            {
                context.Response.StatusCode = 500;
                return;
            }
            using var body = await JsonDocument.ParseAsync(context.Request.Body);
            var secret = context.Request.Headers["X-Telegram-Bot-Api-Secret-Token"].ToString();
            var text = body.RootElement.GetProperty("message").GetProperty("text").GetString();
            await heard.Writer.WriteAsync((secret, text));
        });

        var set = await _bot.Call(
            "setWebhook",
            new { url = app.Urls.First() + "/hook", secret_token = "s-1_A" }
        );
        foreach (var text in new[] { "one", "two", "three" })
            _server.Phone(7).SendText(text);

        Assert.True(set.Result.GetBoolean());
        Assert.Equal(("s-1_A", "one"), await heard.Reader.ReadAsync());
        Assert.Equal(("s-1_A", "two"), await heard.Reader.ReadAsync());
        Assert.Equal(("s-1_A", "three"), await heard.Reader.ReadAsync());
        var info = (await _bot.Call("getWebhookInfo")).Result;
        Assert.Equal(
            "Wrong response from the webhook: 500 Internal Server Error",
            info.GetProperty("last_error_message").GetString()
        );
    }

    [Fact]
    public async Task What_the_webhook_never_took_is_pending_and_returns_to_the_queue()
    {
        var refused = new TaskCompletionSource();
        await using var app = await Listen(context =>
        {
            context.Response.StatusCode = 503;
            refused.TrySetResult();
            return Task.CompletedTask;
        });
        await _bot.Call("setWebhook", new { url = app.Urls.First() });
        _server.Phone(7).SendText("one");
        await refused.Task;

        var info = (await _bot.Call("getWebhookInfo")).Result;
        var conflict = await _bot.Call("getUpdates");
        await _bot.Call("deleteWebhook");
        var updates = (await _bot.Call("getUpdates")).Result;

        Assert.Equal(1, info.GetProperty("pending_update_count").GetInt32());
        Assert.Equal(
            "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
            conflict.Description
        );
        Assert.Equal("one", updates[0].GetProperty("message").GetProperty("text").GetString());
    }

    [Theory]
    [InlineData("ключ")]
    [InlineData("a b")]
    public async Task A_secret_has_only_plain_characters(string secret)
    {
        var answer = await _bot.Call(
            "setWebhook",
            new { url = "http://127.0.0.1:1/", secret_token = secret }
        );

        Assert.Equal("Bad Request: secret token contains unallowed characters", answer.Description);
    }

    [Fact]
    public async Task Every_second_request_can_be_answered_with_a_page_of_html()
    {
        _server.Faults.Add(
            new Fault
            {
                Kind = FaultKind.Answer,
                Method = "getMe",
                Every = 2,
                Times = null,
            }
        );

        Assert.Equal(HttpStatusCode.OK, (await _bot.Call("getMe")).Status);
        var second = await _bot.Call("getMe");
        Assert.Equal(HttpStatusCode.BadGateway, second.Status);
        Assert.StartsWith("<html>", second.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await _bot.Call("getMe")).Status);
        _server.Faults.Clear();
        Assert.Equal(HttpStatusCode.OK, (await _bot.Call("getMe")).Status);
    }

    [Fact]
    public async Task Too_many_requests_come_with_and_without_retry_after()
    {
        using var fault = new StringContent(
            """{"kind":"tooManyRequests","method":"sendMessage","retryAfter":5}"""
        );
        await _bot.Post("/playground/faults", fault);
        _server.Faults.Add(new Fault { Kind = FaultKind.TooManyRequests });

        var with = await Send("one");
        var without = await Send("two");
        var third = await Send("three");

        Assert.Equal(HttpStatusCode.TooManyRequests, with.Status);
        Assert.Equal("Too Many Requests: retry after 5", with.Description);
        Assert.Equal(5, with.Json.GetProperty("parameters").GetProperty("retry_after").GetInt32());
        Assert.False(without.Json.TryGetProperty("parameters", out _));
        Assert.Equal(HttpStatusCode.OK, third.Status);
    }

    [Fact]
    public async Task A_dropped_request_leaves_nothing_and_an_accepted_one_leaves_the_message()
    {
        _server.Faults.Add(new Fault { Kind = FaultKind.Drop });
        await Assert.ThrowsAsync<HttpRequestException>(() => Send("lost"));
        _server.Faults.Add(new Fault { Kind = FaultKind.AcceptThenDrop });
        await Assert.ThrowsAsync<HttpRequestException>(() => Send("kept"));

        Assert.DoesNotContain(_server.World.Messages(7), message => message.Text is "lost");
        Assert.Contains(_server.World.Messages(7), message => message.Text is "kept");
        Assert.Equal([0, 0], _server.Log.Requests("sendMessage").Select(request => request.Status));
    }

    [Fact]
    public async Task A_truncated_answer_is_no_json()
    {
        _server.Faults.Add(new Fault { Kind = FaultKind.Truncate });

        await Assert.ThrowsAnyAsync<JsonException>(() => Send("half"));
    }

    [Fact]
    public async Task A_chat_takes_a_burst_and_then_one_message_a_second()
    {
        var clock = new FakeTimeProvider();
        await using var server = await PlaygroundServer.Start(
            new PlaygroundOptions
            {
                Timers = clock,
                Limits = new PlaygroundLimits { PerSecond = 5 },
            }
        );
        using var bot = new BotClient(server);
        server.Phone(7).SendText("hello");
        server.Phone(8).SendText("hello");

        var inOneChat = await Statuses(bot, [7, 7, 7, 7]);
        var inAll = await Statuses(bot, [8, 8, 8]);
        clock.Advance(TimeSpan.FromSeconds(1));
        var later = await Statuses(bot, [7, 7]);

        Assert.Equal([200, 200, 200, 429], inOneChat);
        Assert.Equal([200, 429, 429], inAll);
        Assert.Equal([200, 429], later);
    }

    private static async Task<List<int>> Statuses(BotClient bot, int[] chats)
    {
        var statuses = new List<int>();
        foreach (var chat in chats)
            statuses.Add((int)(await bot.Call("sendMessage", new { chat_id = chat, text = "hi" })).Status);
        return statuses;
    }

    private Task<Answer> Send(string text) => _bot.Call("sendMessage", new { chat_id = 7, text });

    private static async Task<WebApplication> Listen(RequestDelegate answer)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        app.Run(answer);
        await app.StartAsync();
        return app;
    }
}
