using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using CuratorBot.Playground;

namespace CuratorBot.Host.Tests.Playground;

public sealed class FilesAndLogTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("playground").FullName;
    private PlaygroundServer _server = null!;
    private BotClient _bot = null!;

    public async Task InitializeAsync()
    {
        _server = await Start();
        _bot = new BotClient(_server);
        _server.Phone(7).SendText("hello");
    }

    public async Task DisposeAsync()
    {
        _bot.Dispose();
        await _server.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task A_document_of_a_person_can_be_downloaded_by_the_bot()
    {
        var file = _server.Phone(7).SendDocument("plan.xlsx", [1, 2, 3]).Attachment!.Files[0];

        var info = (await _bot.Call("getFile", new { file_id = file.Id })).Result;
        var bytes = await _bot.Download($"/file/bot1:abc/{info.GetProperty("file_path").GetString()}");

        Assert.Equal(3, info.GetProperty("file_size").GetInt64());
        Assert.EndsWith(".xlsx", info.GetProperty("file_path").GetString(), StringComparison.Ordinal);
        Assert.Equal([1, 2, 3], bytes);
    }

    [Theory]
    [InlineData(20 * 1024 * 1024, null)]
    [InlineData(20 * 1024 * 1024 + 1, "Bad Request: file is too big")]
    public async Task Twenty_megabytes_are_the_most_that_a_bot_may_download(long size, string? refusal)
    {
        var file = _server.Phone(7).SendDocument("film.mp4", size).Attachment!.Files[0];

        var answer = await _bot.Call("getFile", new { file_id = file.Id });

        var found = answer.Status == HttpStatusCode.OK ? null : answer.Description;
        Assert.Equal(refusal, found);
    }

    [Theory]
    [InlineData("document", "document")]
    [InlineData("sheet", "attach://sheet")]
    public async Task A_document_of_the_bot_is_uploaded_and_sent_again_by_its_id(
        string field,
        string? reference
    )
    {
        using var form = new MultipartFormDataContent();
        form.Add(new StringContent("7"), "chat_id");
        form.Add(new StringContent("the sheet"), "caption");
        using var content = new ByteArrayContent([4, 5]);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/vnd.ms-excel");
        form.Add(content, field, "лист.xlsx");
        if (field is not "document")
            form.Add(new StringContent(reference!), "document");

        var sent = (await _bot.Post("/bot1:abc/sendDocument", form)).Result;
        var id = sent.GetProperty("document").GetProperty("file_id").GetString();
        var again = (await _bot.Call("sendDocument", new { chat_id = 7, document = id })).Result;

        Assert.Equal("лист.xlsx", sent.GetProperty("document").GetProperty("file_name").GetString());
        Assert.Equal("the sheet", sent.GetProperty("caption").GetString());
        Assert.Equal(id, again.GetProperty("document").GetProperty("file_id").GetString());
        Assert.Equal([4, 5], await _bot.Download($"/playground/files/{id}"));
    }

    [Fact]
    public async Task Parameters_may_come_in_the_query_and_names_in_any_case()
    {
        var sent = await _bot.Get("/bot1:abc/SENDmessage?chat_id=7&text=%D0%B4%D0%B0");

        Assert.Equal("да", sent.Result.GetProperty("text").GetString());
        Assert.Single(_server.Log.Requests("sendMessage"));
    }

    [Fact]
    public async Task The_log_tells_what_was_asked_and_answered()
    {
        var sent = await _bot.Call("sendMessage", new { chat_id = 7, text = "Готово" });
        await _bot.Call("getMe");

        var request = await _server.Log.WaitFor("sendMessage");
        var log = (await _bot.Get("/playground/log?method=sendMessage")).Json;

        Assert.Equal(7, request.ChatId);
        Assert.Equal(sent.Text, request.Response);
        Assert.Equal(
            "Готово",
            JsonDocument.Parse(request.Parameters).RootElement.GetProperty("text").GetString()
        );
        Assert.Equal(1, log.GetArrayLength());
        Assert.Equal(2, _server.Log.Count());
    }

    [Fact]
    public async Task A_test_can_wait_for_a_message_that_is_not_there_yet()
    {
        var waiting = _server.WaitForMessage(7, message => message.Text is "Готово");
        Assert.False(waiting.IsCompleted);

        await _bot.Call("sendMessage", new { chat_id = 7, text = "Готово" });

        Assert.True((await waiting).FromBot);
        var late = _server.WaitForMessage(
            7,
            message => message.Text is "never",
            TimeSpan.FromMilliseconds(1)
        );
        await Assert.ThrowsAsync<TimeoutException>(() => late);
    }

    [Fact]
    public async Task A_load_counts_requests_without_keeping_them()
    {
        var options = new PlaygroundOptions
        {
            KeepRequests = false,
            KeepMessages = false,
            AcceptUnknownChats = true,
        };
        await using var server = await PlaygroundServer.Start(options);
        using var bot = new BotClient(server);
        var arrived = new List<long>();
        server.World.MessageArrived = (chatId, _) => arrived.Add(chatId);

        var sent = await bot.Call("sendMessage", new { chat_id = 123456, text = "hi" });

        Assert.Equal(HttpStatusCode.OK, sent.Status);
        Assert.Equal([123456], arrived);
        Assert.Equal(1, server.Log.Count("sendMessage"));
        Assert.Empty(server.Log.Requests());
    }

    [Fact]
    public async Task The_phones_come_through_a_restart()
    {
        _server.Phone(7).SendDocument("plan.xlsx", [1, 2, 3]);
        await _bot.Call("sendMessage", new { chat_id = 7, text = "Готово" });
        await _bot.Call(
            "setMyCommands",
            new { commands = new[] { new { command = "status", description = "Свод" } } }
        );
        var (messages, nextId) = (_server.World.Messages(7), _server.Updates.NextId);
        _bot.Dispose();
        await _server.DisposeAsync();

        _server = await Start();
        _bot = new BotClient(_server);

        var restored = _server.World.Messages(7);
        Assert.Equal(messages.Select(message => message.Text), restored.Select(message => message.Text));
        Assert.Equal([1, 2, 3], await _server.World.ReadFile(restored[1].Attachment!.Files[0]));
        Assert.True(_server.Updates.NextId >= nextId);
        Assert.Contains("status", _server.World.CommandsOf(7), StringComparison.Ordinal);
        var next = await _bot.Call("sendMessage", new { chat_id = 7, text = "again" });
        Assert.True(next.Result.GetProperty("message_id").GetInt32() > restored[^1].MessageId);
    }

    [Fact]
    public async Task The_menu_of_one_chat_goes_before_the_menu_of_all()
    {
        await _bot.Call("setMyCommands", Menu("status", null));
        await _bot.Call("setMyCommands", Menu("report", new { type = "chat", chat_id = 7 }));

        Assert.Contains("report", _server.World.CommandsOf(7), StringComparison.Ordinal);
        Assert.Contains("status", _server.World.CommandsOf(8), StringComparison.Ordinal);
        var wrong = await _bot.Call("setMyCommands", Menu("Свод", null));
        Assert.Equal("Bad Request: BOT_COMMAND_INVALID", wrong.Description);
    }

    [Fact]
    public async Task The_page_hears_of_a_message_while_it_listens()
    {
        using var response = await _bot.Raw("/playground/events");
        using var events = new StreamReader(await response.Content.ReadAsStreamAsync());
        Assert.Equal(": hello", await events.ReadLineAsync());
        await events.ReadLineAsync();

        using var act = new StringContent("""{"text":"/start"}""", Encoding.UTF8, "application/json");
        var acted = await _bot.Post("/playground/people/7/text", act);

        Assert.True(acted.Json.GetProperty("messageId").GetInt32() > 0);
        Assert.Equal("event: message", await events.ReadLineAsync());
        Assert.Contains("/start", await events.ReadLineAsync(), StringComparison.Ordinal);
        var state = (await _bot.Get("/playground/state")).Json;
        Assert.Equal(2, state.GetProperty("chats")[0].GetProperty("messages").GetArrayLength());
    }

    private Task<PlaygroundServer> Start() =>
        PlaygroundServer.Start(
            new PlaygroundOptions { StateFile = Path.Combine(_folder, "state.json"), DataDirectory = _folder }
        );

    private static object Menu(string command, object? scope) =>
        new { commands = new[] { new { command, description = "x" } }, scope };
}
