using System.Text;
using CuratorBot.Host.Telegram.BotApi;
using Microsoft.AspNetCore.Http;
using Telegram.Bot.Requests;
using Telegram.Bot.Types;
using static CuratorBot.Host.Telegram.BotApi.BotApiFailure;

namespace CuratorBot.Host.Tests.Telegram.BotApi;

public class ConnectionTests
{
    private const string Sent = """{"ok":true,"result":{"message_id":7}}""";
    private static readonly SendMessageRequest Hello = new() { ChatId = 42, Text = "hello" };
    private static readonly BotApiTimeouts Impatient = new()
    {
        Request = TimeSpan.FromSeconds(1),
        Transfer = TimeSpan.FromSeconds(1),
        BeyondPoll = TimeSpan.FromMilliseconds(200),
    };

    [Fact]
    public async Task A_refused_connection_sent_nothing() =>
        Assert.Equal(
            new NotSent("ConnectionRefused"),
            await FailureAt($"http://127.0.0.1:{await FreePort()}")
        );

    [Fact]
    public async Task An_unknown_host_sent_nothing() =>
        Assert.IsType<NotSent>(await FailureAt("http://no-such-host.invalid"));

    [Fact]
    public async Task A_failed_handshake_sent_nothing()
    {
        await using var server = new RawServer(async stream =>
            await stream.WriteAsync("this is no TLS\r\n"u8.ToArray())
        );

        Assert.IsType<NotSent>(await FailureAt($"https://127.0.0.1:{server.Port}"));
    }

    [Fact]
    public async Task A_handshake_that_never_ends_sent_nothing()
    {
        var done = new TaskCompletionSource();
        await using var server = new RawServer(_ => done.Task);

        Assert.Equal(new NotSent("time-out"), await FailureAt($"https://127.0.0.1:{server.Port}", Impatient));
        done.SetResult();
    }

    [Fact]
    public async Task A_connection_dropped_after_the_request_is_ambiguous_and_never_repeated()
    {
        await using var server = new RawServer(RawServer.ReadRequestAsync);

        Assert.IsType<Ambiguous>(await FailureAt($"http://127.0.0.1:{server.Port}"));
        Assert.Equal(1, server.Connections);
    }

    [Fact]
    public async Task A_request_lost_on_a_kept_connection_is_not_quietly_repeated_on_another()
    {
        await using var server = new RawServer(async stream =>
        {
            await RawServer.ReadRequestAsync(stream);
            await stream.WriteAsync(
                Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Length: {Sent.Length}\r\n\r\n{Sent}")
            );
            await RawServer.ReadRequestAsync(stream);
        });
        using var client = ScriptedServer.ClientOf($"http://127.0.0.1:{server.Port}", new CapturingLogger());

        var first = await client.SendMessage(Hello);
        var second = await client.SendMessage(Hello);

        Assert.Equal(7, first.Value);
        Assert.IsType<Ambiguous>(second.Failure);
        Assert.Equal(1, server.Connections);
    }

    [Fact]
    public async Task A_connection_dropped_while_the_request_is_being_read_is_ambiguous_too()
    {
        // The bytes were handed over; from this side nobody can tell how many of them were read.
        await using var server = new RawServer(async stream => await stream.ReadExactlyAsync(new byte[1]));

        Assert.IsType<Ambiguous>(await FailureAt($"http://127.0.0.1:{server.Port}"));
    }

    [Fact]
    public async Task An_upload_whose_bytes_did_not_all_leave_was_not_sent()
    {
        await using var server = new RawServer(async stream => await stream.ReadExactlyAsync(new byte[1000]));
        using var client = ScriptedServer.ClientOf($"http://127.0.0.1:{server.Port}", new CapturingLogger());
        var file = new InputFileStream(new MemoryStream(new byte[64 * 1024 * 1024]), "a.bin");

        var result = await client.SendDocument(new() { ChatId = 1, Document = file });

        Assert.IsType<NotSent>(result.Failure);
    }

    [Fact]
    public async Task Silence_is_ambiguous()
    {
        await using var server = await ScriptedServer.Start(http => Forever(http.RequestAborted));
        using var client = server.Client(Impatient);

        Assert.Equal(new Ambiguous("time-out"), (await client.SendMessage(Hello)).Failure);
    }

    [Fact]
    public async Task A_long_poll_waits_for_its_own_seconds_and_a_margin()
    {
        await using var server = await ScriptedServer.Start(http => Forever(http.RequestAborted));
        using var client = server.Client(Impatient);
        var started = TimeProvider.System.GetTimestamp();

        var result = await client.GetUpdates(new() { Timeout = 1 });

        Assert.Equal(new Ambiguous("time-out"), result.Failure);
        // How much later it ends says nothing but how busy the machine is.
        Assert.True(TimeProvider.System.GetElapsedTime(started) >= TimeSpan.FromSeconds(1.15));
    }

    [Fact]
    public async Task A_cut_answer_is_ambiguous()
    {
        await using var server = await Cut("""{"ok":true,"result":{"mess""");
        using var client = server.Client();

        Assert.IsType<Ambiguous>((await client.SendMessage(Hello)).Failure);
    }

    [Fact]
    public async Task A_cut_answer_that_already_named_the_message_is_a_success()
    {
        await using var server = await Cut("""{"ok":true,"result":{"message_id":7,"from":{"id":""");
        using var client = server.Client();

        Assert.Equal(7, (await client.SendMessage(Hello)).Value);
    }

    [Fact]
    public async Task A_call_cancelled_before_it_left_throws()
    {
        using var client = ScriptedServer.ClientOf("http://127.0.0.1:9", new CapturingLogger());

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
            await client.SendMessage(Hello, new CancellationToken(canceled: true))
        );
    }

    [Fact]
    public async Task A_call_cancelled_after_it_left_is_ambiguous()
    {
        using var cancel = new CancellationTokenSource();
        await using var server = await ScriptedServer.Start(http =>
        {
            cancel.Cancel();
            return Forever(http.RequestAborted);
        });
        using var client = server.Client();

        Assert.IsType<Ambiguous>((await client.SendMessage(Hello, cancel.Token)).Failure);
    }

    [Fact]
    public async Task One_connection_serves_call_after_call()
    {
        await using var server = await ScriptedServer.Start(http =>
            http.Response.WriteAsync(
                $$$"""{"ok":true,"result":{"message_id":{{{http.Connection.RemotePort}}}}}"""
            )
        );
        using var client = server.Client();

        var ports = new HashSet<long>();
        for (var i = 0; i < 20; i++)
            ports.Add((await client.SendMessage(Hello)).Value);

        Assert.Single(ports);
    }

    private static Task<ScriptedServer> Cut(string beginning) =>
        ScriptedServer.Start(async http =>
        {
            http.Response.ContentLength = 1000;
            await http.Response.WriteAsync(beginning);
            await http.Response.Body.FlushAsync();
            http.Connection.RequestClose();
        });

    private static Task Forever(CancellationToken cancel)
    {
        var never = new TaskCompletionSource();
        cancel.Register(never.SetResult);
        return never.Task;
    }

    private static async Task<int> FreePort()
    {
        var server = new RawServer(_ => Task.CompletedTask);
        await server.DisposeAsync();
        return server.Port;
    }

    private static async Task<BotApiFailure?> FailureAt(string address, BotApiTimeouts? timeouts = null)
    {
        using var client = ScriptedServer.ClientOf(address, new CapturingLogger(), timeouts);
        return (await client.SendMessage(Hello)).Failure;
    }
}
