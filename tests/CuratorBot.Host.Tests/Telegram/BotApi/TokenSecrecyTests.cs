using System.Collections.Concurrent;
using System.Diagnostics;
using CuratorBot.Host.Telegram.BotApi;
using Telegram.Bot.Requests;
using Telegram.Bot.Types;

namespace CuratorBot.Host.Tests.Telegram.BotApi;

public class TokenSecrecyTests
{
    private static readonly BotApiTimeouts Impatient = new()
    {
        Request = TimeSpan.FromMilliseconds(200),
        Transfer = TimeSpan.FromMilliseconds(200),
        BeyondPoll = TimeSpan.FromMilliseconds(200),
    };

    public static TheoryData<string> Failures =>
        [
            "echo",
            "page",
            "reset",
            "cut",
            "silence",
            "refused",
            "unknown host",
            "no TLS",
            "cancelled",
            "bad source",
        ];

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task No_failure_shows_the_token(string failure)
    {
        var seen = new ConcurrentQueue<string>();
        using var listener = ListenTo(seen);
        await using var server = await ServerOf(failure);
        await using var noTls = new RawServer(async stream =>
            await stream.WriteAsync("no TLS\r\n"u8.ToArray())
        );
        var log = new CapturingLogger();
        using var client = ScriptedServer.ClientOf(AddressOf(failure, server, noTls), log, Impatient);
        using var cancel = new CancellationTokenSource();
        if (failure is "cancelled")
            await cancel.CancelAsync();

        await CallEverything(client, seen, failure is "bad source", cancel.Token);

        Assert.NotEmpty(seen);
        Assert.True(failure is "cancelled" || !log.Lines.IsEmpty);
        Assert.All(
            seen.Concat(log.Lines),
            text => Assert.DoesNotContain("CANARY", text, StringComparison.Ordinal)
        );
        Assert.All(
            seen.Concat(log.Lines),
            text => Assert.DoesNotContain("123456789:", text, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void What_is_sent_and_received_prints_only_its_name()
    {
        var options = new TelegramOptions { Token = ScriptedServer.Token };
        var webhook = new SetWebhookRequest { Url = "https://x", SecretToken = "CANARY" };
        var message = new SendMessageRequest { ChatId = 1, Text = "CANARY" };

        Assert.Equal(
            "Telegram: Polling Telegram.Bot.Requests.SetWebhookRequest Telegram.Bot.Requests.SendMessageRequest",
            $"{options} {webhook} {message}"
        );
    }

    private static async Task CallEverything(
        BotApiClient client,
        ConcurrentQueue<string> seen,
        bool badSource,
        CancellationToken cancel
    )
    {
        Stream source = badSource ? new BrokenStream() : new MemoryStream(new byte[10]);
        var upload = new InputFileStream(source, "a.pdf");
        await Record(async () => await client.SendMessage(new() { ChatId = 1, Text = "x" }, cancel), seen);
        await Record(async () => await client.GetMe(cancel), seen);
        await Record(async () => await client.GetUpdates(new(), cancel), seen);
        await Record(
            async () => await client.SendDocument(new() { ChatId = 1, Document = upload }, cancel),
            seen
        );
        await Record(async () => await client.DownloadFile("a/b.jpg", Stream.Null, cancel: cancel), seen);
    }

    private static async Task Record<T>(Func<Task<BotApiResult<T>>> call, ConcurrentQueue<string> seen)
    {
        try
        {
            var result = await call();
            seen.Enqueue($"{result} {result.Failure}");
        }
        catch (Exception error) when (error is OperationCanceledException or InvalidOperationException)
        {
            seen.Enqueue(error.ToString());
        }
    }

    private static Task<ScriptedServer> ServerOf(string failure) =>
        failure switch
        {
            "echo" => ScriptedServer.Json(
                $$"""{"ok":false,"error_code":400,"description":"Bad Request: {{ScriptedServer.Token}}"}""",
                400
            ),
            "page" => ScriptedServer.Text($"<html>{ScriptedServer.Token}</html>", 502, "text/html"),
            "reset" => ScriptedServer.Start(http =>
            {
                http.Abort();
                return Task.CompletedTask;
            }),
            "silence" => ScriptedServer.Start(http =>
            {
                var never = new TaskCompletionSource();
                http.RequestAborted.Register(never.SetResult);
                return never.Task;
            }),
            _ => ScriptedServer.Json("""{"ok":true,"result":""" + $"\"{ScriptedServer.Token}"),
        };

    private static string AddressOf(string failure, ScriptedServer server, RawServer noTls) =>
        failure switch
        {
            "refused" => "http://127.0.0.1:1",
            "unknown host" => "http://no-such-host.invalid",
            "no TLS" => $"https://127.0.0.1:{noTls.Port}",
            _ => server.Address,
        };

    private static ActivityListener ListenTo(ConcurrentQueue<string> seen)
    {
        var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name.StartsWith("System.Net", StringComparison.Ordinal),
            Sample = (ref ActivityCreationOptions<ActivityContext> _) =>
                ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity => seen.Enqueue(string.Join(' ', activity.TagObjects)),
        };
        ActivitySource.AddActivityListener(listener);
        return listener;
    }

    /// <summary>A file that breaks while it is being sent.</summary>
    private sealed class BrokenStream : MemoryStream
    {
        public override Task CopyToAsync(
            Stream destination,
            int bufferSize,
            CancellationToken cancellationToken
        ) => throw new InvalidOperationException("The file broke.");
    }
}
