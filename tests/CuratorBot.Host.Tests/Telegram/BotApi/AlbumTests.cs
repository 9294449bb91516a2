using System.Text.Json;
using CuratorBot.Files;
using CuratorBot.Host.Telegram;
using CuratorBot.Messaging;
using Microsoft.AspNetCore.Http;

namespace CuratorBot.Host.Tests.Telegram.BotApi;

/// <summary>Several photos or documents in one request.</summary>
public sealed class AlbumTests : IDisposable
{
    private const string Sent =
        """{"ok":true,"result":[{"message_id":7,"chat":{"id":1}},{"message_id":8,"chat":{"id":1}}]}""";

    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory();

    public void Dispose() => _directory.Delete(recursive: true);

    [Fact]
    public async Task Files_that_the_messenger_has_go_by_their_ids()
    {
        await using var server = await ScriptedServer.Json(Sent);

        var outcome = await Deliver(server, Part(OutgoingKind.Photo, "F1"), Part(OutgoingKind.Photo, "F2"));

        Assert.Equal(new DeliveryOutcome.Delivered(7), outcome);
        Assert.EndsWith("/sendMediaGroup", server.Requests.Single().Path);
        Assert.Equal(
            """{"chat_id":1,"media":[{"type":"photo","media":"F1"},{"type":"photo","media":"F2"}]}""",
            server.LastBody
        );
    }

    [Fact]
    public async Task Kept_files_are_uploaded_in_one_form()
    {
        await using var server = await ScriptedServer.Json(Sent);
        var files = _directory.CreateSubdirectory("files").FullName;
        await File.WriteAllTextAsync(Path.Combine(files, "one"), "first");
        await File.WriteAllTextAsync(Path.Combine(files, "two"), "second");

        var outcome = await Deliver(
            server,
            Kept("one", "план \"А\".docx"),
            Part(OutgoingKind.Document, "F2"),
            Kept("two", "отчёт.pdf")
        );

        Assert.Equal(new DeliveryOutcome.Delivered(7), outcome);
        var http = new DefaultHttpContext();
        (http.Request.ContentType, http.Request.Body) = (
            server.Requests.Single().ContentType,
            new MemoryStream(server.Requests.Single().Body)
        );
        var form = await http.Request.ReadFormAsync();
        Assert.Equal(
            ["attach://0", "F2", "attach://1"],
            JsonDocument
                .Parse(form["media"].ToString())
                .RootElement.EnumerateArray()
                .Select(part => part.GetProperty("media").GetString())
        );
        Assert.Equal([("0", 5L), ("1", 6L)], form.Files.Select(file => (file.Name, file.Length)));
        Assert.Contains("отчёт.pdf", form.Files[1].Headers.ContentDisposition.ToString());
    }

    [Theory]
    [InlineData("""{"ok":true,"result":[{"message_id":7,"chat":{"i""", true)]
    [InlineData("""{"ok":true,"result":[{"message_id":7},{"message_id":"x"}]}""", true)]
    [InlineData("""{"ok":true,"result":[{"message_""", false)]
    [InlineData("""{"ok":true,"result":[]}""", false)]
    [InlineData("""{"ok":true,"result":true}""", false)]
    public async Task The_first_number_proves_the_whole_album(string answer, bool isProof)
    {
        await using var server = await ScriptedServer.Json(answer);

        var outcome = await Deliver(server, Part(OutgoingKind.Photo, "F1"), Part(OutgoingKind.Photo, "F2"));

        DeliveryOutcome expected = isProof
            ? new DeliveryOutcome.Delivered(7)
            : new DeliveryOutcome.Ambiguous("garbled answer");
        Assert.Equal(expected, outcome);
    }

    [Fact]
    public async Task A_dead_file_and_one_that_is_gone_refuse_the_album()
    {
        await using var server = await ScriptedServer.Json(
            """{"ok":false,"error_code":400,"description":"Bad Request: failed to send message #2 with the error message \"wrong file identifier/HTTP URL specified\""}""",
            400
        );

        Assert.IsType<DeliveryOutcome.Rejected>(
            await Deliver(server, Part(OutgoingKind.Photo, "F1"), Part(OutgoingKind.Photo, "F2"))
        );
        Assert.Equal(
            new DeliveryOutcome.Rejected("the file is gone"),
            await Deliver(server, Part(OutgoingKind.Document, "F1"), Kept("gone", "x"))
        );
        Assert.Single(server.Requests);
    }

    private async Task<DeliveryOutcome> Deliver(ScriptedServer server, params OutgoingMessage[] parts)
    {
        using var client = server.Client();
        var channel = new TelegramChannel(client, new FileStore(_directory.FullName));
        var album = new OutgoingMessage
        {
            Id = 1,
            Kind = OutgoingKind.Album,
            Album = parts,
        };
        return await channel.Deliver(1, album, null, CancellationToken.None);
    }

    private static OutgoingMessage Part(OutgoingKind kind, string fileId) =>
        new()
        {
            Id = 2,
            Kind = kind,
            FileId = fileId,
        };

    private static OutgoingMessage Kept(string path, string name) =>
        new()
        {
            Id = 2,
            Kind = OutgoingKind.Document,
            FilePath = $"files/{path}",
            FileName = name,
        };
}
