using System.Text;
using CuratorBot.Files;
using CuratorBot.Host.Telegram;
using CuratorBot.Host.Telegram.BotApi;
using CuratorBot.Messaging;
using Microsoft.AspNetCore.Http;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;
using Telegram.Bot.Types.ReplyMarkups;
using static CuratorBot.Host.Telegram.BotApi.BotApiFailure;

namespace CuratorBot.Host.Tests.Telegram.BotApi;

public class FileTests
{
    private const string Sent =
        """{"ok":true,"result":{"message_id":3,"date":1,"chat":{"id":1},"document":{"file_id":"F1","file_name":"x"}}}""";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_upload_is_a_form_with_the_fields_and_the_bytes(bool lengthIsKnown)
    {
        await using var server = await ScriptedServer.Start(http => http.Response.WriteAsync(Sent));
        using var client = server.Client();
        var bytes = Enumerable.Range(0, 300_000).Select(i => (byte)i).ToArray();
        Stream content = lengthIsKnown ? new MemoryStream(bytes) : new Unseekable(bytes);

        var result = await client.SendDocument(
            new()
            {
                ChatId = -5,
                Caption = "Справка «A&B»",
                CaptionEntities =
                [
                    new()
                    {
                        Type = MessageEntityType.Bold,
                        Offset = 0,
                        Length = 7,
                    },
                ],
                ReplyMarkup = InlineKeyboardButton.WithCallbackData("Да", "y"),
                Document = new InputFileStream(content, UploadName.Of("Отчёт \"7\".docx")),
            }
        );

        Assert.Equal(3, result.Value);
        var form = await FormOf(server.Requests.Single());
        Assert.Equal("-5", form["chat_id"]);
        Assert.Equal("Справка «A&B»", form["caption"]);
        Assert.Equal("""[{"type":"bold","offset":0,"length":7}]""", form["caption_entities"]);
        Assert.Equal("attach://0", form["document"]);
        Assert.Equal("""{"inline_keyboard":[[{"text":"Да","callback_data":"y"}]]}""", form["reply_markup"]);
        Assert.Equal(5, form.Count);
        var part = Assert.Single(form.Files);
        Assert.Equal(("0", "application/octet-stream"), (part.Name, part.ContentType));
        Assert.Contains("filename=\"Отчёт %227%22.docx\"", part.Headers.ContentDisposition.ToString());
        using var received = new MemoryStream();
        await part.CopyToAsync(received);
        Assert.Equal(bytes, received.ToArray());
    }

    [Theory]
    [InlineData("a\"b.xlsx", "a%22b.xlsx")]
    [InlineData("a\r\nX-Header: y.xlsx", "a%0D%0AX-Header: y.xlsx")]
    [InlineData("конец\\", "конец%5C")]
    [InlineData("\0\u0085.pdf", "%00%85.pdf")]
    [InlineData("Отчёт № 7; «итог».docx", "Отчёт № 7; «итог».docx")]
    [InlineData("", "")]
    public async Task No_name_of_a_file_fails_its_upload(string name, string expected)
    {
        await using var server = await ScriptedServer.Json(Sent);
        using var client = server.Client();
        var file = new InputFileStream(new MemoryStream("x"u8.ToArray()), UploadName.Of(name));

        var sent = await client.SendDocument(new() { ChatId = 1, Document = file });

        Assert.Equal(3, sent.Value);
        Assert.Contains($"filename=\"{expected}\"", Encoding.UTF8.GetString(server.Requests.Single().Body));
    }

    [Fact]
    public async Task A_file_that_the_server_has_goes_by_its_id()
    {
        await using var server = await ScriptedServer.Json(Sent);
        using var client = server.Client();

        await client.SendPhoto(
            new()
            {
                ChatId = 1,
                Photo = new InputFileId("F1"),
                Caption = "c",
            }
        );

        Assert.Equal("""{"chat_id":1,"photo":"F1","caption":"c"}""", server.LastBody);
        Assert.Equal("application/json", server.Requests.Single().ContentType);
    }

    [Fact]
    public async Task A_file_is_found_and_downloaded()
    {
        await using var server = await ScriptedServer.Start(http =>
            http.Request.Method is "POST"
                ? http.Response.WriteAsync(
                    """{"ok":true,"result":{"file_id":"F1","file_path":"photos/a b.jpg"}}"""
                )
                : http.Response.WriteAsync("the bytes")
        );
        using var client = server.Client();
        using var target = new MemoryStream();

        var file = (await client.GetFile("F1")).Value;
        var length = (await client.DownloadFile(file.FilePath!, target)).Value;

        Assert.Equal((9L, "the bytes"), (length, Encoding.UTF8.GetString(target.ToArray())));
        Assert.Equal($"/file/bot{ScriptedServer.Token}/photos/a b.jpg", server.Requests.Last().Path);
    }

    [Theory]
    [InlineData(true, 1000, true)]
    [InlineData(true, 1001, false)]
    [InlineData(false, 1000, true)]
    [InlineData(false, 1001, false)]
    public async Task No_more_than_the_limit_is_downloaded(bool lengthIsTold, int size, bool accepted)
    {
        await using var server = await ScriptedServer.Start(http =>
        {
            http.Response.ContentLength = lengthIsTold ? size : null;
            return http.Response.Body.WriteAsync(new byte[size]).AsTask();
        });
        using var client = server.Client();
        using var target = new MemoryStream();

        var result = await client.DownloadFile("a.jpg", target, limit: 1000);

        Assert.Equal(accepted ? null : new Rejected(413, "file is too big"), result.Failure);
        Assert.InRange(target.Length, accepted ? 1000 : 0, 1000);
    }

    [Theory]
    [InlineData("", typeof(DownloadOutcome.Failed))] // it is asked for again
    [InlineData(""","file_size":7""", typeof(DownloadOutcome.Failed))]
    [InlineData(""","file_size":1001""", typeof(DownloadOutcome.TooBig))]
    public async Task A_file_that_is_not_handed_out_is_too_big_only_when_it_is(string size, Type outcome)
    {
        await using var server = await ScriptedServer.Json(
            """{"ok":true,"result":{"file_id":"F1"SIZE}}""".Replace("SIZE", size)
        );
        using var client = server.Client();
        var channel = new TelegramChannel(client, new FileStore(Path.GetTempPath()));

        var came = await channel.Download("F1", Stream.Null, limit: 1000, CancellationToken.None);

        Assert.IsType(outcome, came);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Twenty_megabytes_is_the_limit_where_none_is_named()
    {
        await using var server = await ScriptedServer.Start(http =>
        {
            http.Response.ContentLength = 20 * 1024 * 1024 + 1;
            http.Connection.RequestClose();
            return http.Response.Body.WriteAsync(new byte[1000]).AsTask();
        });
        using var client = server.Client();

        Assert.Equal(
            new Rejected(413, "file is too big"),
            (await client.DownloadFile("a", Stream.Null)).Failure
        );
    }

    [Fact]
    public async Task An_expired_address_and_a_cut_download_are_told_apart()
    {
        await using var expired = await ScriptedServer.Text("<html>404</html>", 404, "text/html");
        await using var cut = await ScriptedServer.Start(async http =>
        {
            http.Response.ContentLength = 1000;
            await http.Response.WriteAsync("half");
            await http.Response.Body.FlushAsync();
            http.Connection.RequestClose();
        });
        using var toExpired = expired.Client();
        using var toCut = cut.Client();

        Assert.Equal(
            new Rejected(404, "file not found"),
            (await toExpired.DownloadFile("a", Stream.Null)).Failure
        );
        Assert.IsType<Ambiguous>((await toCut.DownloadFile("a", Stream.Null)).Failure);
    }

    [Fact]
    public async Task A_download_can_be_cancelled()
    {
        using var cancel = new CancellationTokenSource();
        await using var server = await ScriptedServer.Start(async http =>
        {
            await http.Response.WriteAsync("half");
            await http.Response.Body.FlushAsync();
            await cancel.CancelAsync();
            var never = new TaskCompletionSource();
            http.RequestAborted.Register(never.SetResult);
            await never.Task;
        });
        using var client = server.Client();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
            await client.DownloadFile("a", Stream.Null, cancel: cancel.Token)
        );
    }

    private static async Task<IFormCollection> FormOf((string Path, string? ContentType, byte[] Body) request)
    {
        var http = new DefaultHttpContext();
        http.Request.ContentType = request.ContentType;
        http.Request.Body = new MemoryStream(request.Body);
        return await http.Request.ReadFormAsync();
    }

    private sealed class Unseekable(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }
}
