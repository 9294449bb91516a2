using System.Net.Sockets;
using System.Text;
using CuratorBot.Host.Tests.Support;

namespace CuratorBot.Host.Tests.Edge;

/// <summary>Requests that two servers on the way could read differently, byte by byte.</summary>
public sealed class FramingTests(MappedHost mapped) : IClassFixture<MappedHost>
{
    private const string Smuggled = "GET /health/live HTTP/1.1\r\nHost: smuggled\r\n\r\n";

    [Theory]
    [InlineData("Content-Length: 4\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n")]
    [InlineData("Transfer-Encoding: chunked\r\nContent-Length: 4\r\n", "0\r\n\r\n")]
    [InlineData("Content-Length: 4\r\nContent-Length: 5\r\n", "")]
    [InlineData("Content-Length: -1\r\n", "")]
    [InlineData("Content-Length: 4, 4\r\n", "")]
    [InlineData("Transfer-Encoding: chunked, identity\r\n", "0\r\n\r\n")]
    [InlineData("Transfer-Encoding: xchunked\r\n", "0\r\n\r\n")]
    // A line that ends without CR: CVE-2025-55315.
    [InlineData("Transfer-Encoding: chunked\r\n", "2;\nxx\r\n47\r\n0\r\n\r\n")]
    [InlineData("Transfer-Encoding: chunked\r\n", "zz\r\n{}\r\n0\r\n\r\n")]
    public async Task A_request_of_two_lengths_or_none_is_refused_and_nothing_behind_it_is_read(
        string headers,
        string body
    )
    {
        var answers = await Send(
            "POST /telegram/hook HTTP/1.1\r\nHost: bot\r\n"
                + $"X-Telegram-Bot-Api-Secret-Token: a-secret-of-the-webhook\r\n{headers}\r\n{body}{Smuggled}"
        );

        Assert.StartsWith("HTTP/1.1 400 ", answers);
        Assert.Equal(1, answers.Split("HTTP/1.1 ").Length - 1);
        Assert.DoesNotContain("healthy", answers);
    }

    [Fact]
    public async Task Two_sound_requests_on_one_connection_are_both_answered()
    {
        var answers = await Send(
            "POST /telegram/hook HTTP/1.1\r\nHost: bot\r\n"
                + "X-Telegram-Bot-Api-Secret-Token: a-secret-of-the-webhook\r\nTransfer-Encoding: chunked\r\n\r\n"
                + $"2\r\n{{}}\r\n0\r\n\r\n{Smuggled.Replace("\r\n\r\n", "\r\nConnection: close\r\n\r\n")}"
        );

        Assert.Equal(2, answers.Split("HTTP/1.1 200 ").Length - 1);
    }

    [Fact]
    public async Task A_head_larger_than_any_is_refused()
    {
        var answers = await Send(
            $"GET /health/live HTTP/1.1\r\nHost: bot\r\nX-Long: {new string('x', 17 * 1024)}\r\n\r\n"
        );

        Assert.StartsWith("HTTP/1.1 431 ", answers);
    }

    [Fact]
    public async Task A_body_larger_than_any_update_is_refused()
    {
        var answers = await Send(
            "POST /telegram/hook HTTP/1.1\r\nHost: bot\r\nContent-Length: 1048577\r\n"
                + "X-Telegram-Bot-Api-Secret-Token: a-secret-of-the-webhook\r\n\r\n"
        );

        Assert.StartsWith("HTTP/1.1 413 ", answers);
    }

    /// <summary>All that comes back until the server closes the connection.</summary>
    private async Task<string> Send(string request)
    {
        using var client = new TcpClient();
        using var patience = new CancellationTokenSource(HostUnderTest.Patience);
        await client.ConnectAsync("127.0.0.1", mapped.Host.Http.BaseAddress!.Port, patience.Token);
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(request), patience.Token);
        var answers = new MemoryStream();
        try
        {
            await stream.CopyToAsync(answers, patience.Token);
        }
        catch (IOException)
        {
            // Closed with our bytes unread: what came before is the answer.
        }
        return Encoding.ASCII.GetString(answers.ToArray());
    }
}
