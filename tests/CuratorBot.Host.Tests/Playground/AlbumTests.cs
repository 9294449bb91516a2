using System.Net;
using CuratorBot.Playground;
using CuratorBot.Playground.Chats;

namespace CuratorBot.Host.Tests.Playground;

/// <summary>sendMediaGroup, as a bot sees it.</summary>
public sealed class AlbumTests : IAsyncLifetime
{
    private PlaygroundServer _server = null!;
    private BotClient _bot = null!;

    public async Task InitializeAsync()
    {
        _server = await PlaygroundServer.Start(new PlaygroundOptions());
        _bot = new BotClient(_server);
        _server.Phone(7).SendText("hello");
    }

    public async Task DisposeAsync()
    {
        _bot.Dispose();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task Uploads_and_known_files_come_as_messages_of_one_group()
    {
        var known = _server.Phone(7).SendPhoto(1000).Attachment!.Files[^1].Id;
        using var form = new MultipartFormDataContent();
        form.Add(new StringContent("7"), "chat_id");
        form.Add(
            new StringContent(
                $$"""[{"type":"photo","media":"attach://0","caption":"Школа"},{"type":"photo","media":"{{known}}"}]"""
            ),
            "media"
        );
        using var content = new ByteArrayContent([4, 5]);
        form.Add(content, "0", "a.jpg");

        var sent = (await _bot.Post("/bot1:abc/sendMediaGroup", form)).Result;

        Assert.Equal(2, sent.GetArrayLength());
        var shown = _server.World.Messages(7).TakeLast(2).ToList();
        Assert.Equal(
            sent.EnumerateArray().Select(message => message.GetProperty("message_id").GetInt32()),
            shown.Select(message => message.MessageId)
        );
        Assert.Single(shown.Select(message => message.MediaGroupId).Distinct(), group => group is not null);
        Assert.Equal(["Школа", null], shown.Select(message => message.Text));
        Assert.All(shown, message => Assert.Equal(AttachmentKind.Photo, message.Attachment!.Kind));
    }

    [Theory]
    [InlineData(
        "photo photo",
        "F0",
        "failed to send message #1 with the error message \"wrong file identifier"
    )]
    [InlineData("photo document", null, "document can't be mixed with other media types")]
    [InlineData("photo", null, "wrong number of messages to send as an album")]
    [InlineData("photo photo photo photo photo photo photo photo photo photo photo", null, "wrong number")]
    [InlineData("photo voice", null, "type must be one of")]
    public async Task What_is_refused_leaves_nothing_in_the_chat(string kinds, string? dead, string reason)
    {
        var known = _server.Phone(7).SendPhoto(1000).Attachment!.Files[^1].Id;
        var before = _server.World.Messages(7).Count;
        var media = kinds.Split(' ').Select(kind => new { type = kind, media = dead ?? known });

        var answer = await _bot.Call("sendMediaGroup", new { chat_id = 7, media });

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.StartsWith($"Bad Request: {reason}", answer.Description, StringComparison.Ordinal);
        Assert.Equal(before, _server.World.Messages(7).Count);
    }

    [Theory]
    [InlineData("no list")]
    [InlineData("{}")]
    [InlineData("[1,2]")]
    [InlineData(null)]
    public async Task What_is_no_list_is_refused(string? media)
    {
        var answer = await _bot.Call("sendMediaGroup", new { chat_id = 7, media });

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
    }
}
