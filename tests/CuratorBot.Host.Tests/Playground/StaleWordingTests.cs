using System.Globalization;
using System.Net;
using CuratorBot.Playground;
using Microsoft.Extensions.Time.Testing;

namespace CuratorBot.Host.Tests.Playground;

/// <summary>How the Bot API refuses what was right a moment ago: gone messages, chats and presses.</summary>
public sealed class StaleWordingTests : IAsyncLifetime
{
    private PlaygroundServer _server = null!;
    private BotClient _bot = null!;

    public async Task InitializeAsync()
    {
        _server = await PlaygroundServer.Start(new PlaygroundOptions { Token = "1:abc" });
        _bot = new BotClient(_server);
        _server.Phone(7).SendText("hello");
    }

    public async Task DisposeAsync()
    {
        _bot.Dispose();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task An_edit_that_changes_nothing_is_refused()
    {
        var id = (await Send("same", Button("x"))).Result.GetProperty("message_id").GetInt32();

        var same = await _bot.Call(
            "editMessageText",
            new
            {
                chat_id = 7,
                message_id = id,
                text = "same",
                reply_markup = Button("x"),
            }
        );
        var other = await _bot.Call(
            "editMessageText",
            new
            {
                chat_id = 7,
                message_id = id,
                text = "other",
            }
        );
        var missing = await _bot.Call(
            "editMessageText",
            new
            {
                chat_id = 7,
                message_id = 999,
                text = "other",
            }
        );

        Assert.StartsWith(
            "Bad Request: message is not modified: ",
            same.Description,
            StringComparison.Ordinal
        );
        Assert.Equal("other", other.Result.GetProperty("text").GetString());
        Assert.Equal("Bad Request: message to edit not found", missing.Description);
    }

    [Fact]
    public async Task A_photo_has_no_text_to_edit()
    {
        var photo = _server.Phone(7).SendPhoto([1, 2, 3]).Attachment!.Files[^1].Id;
        var sent = await _bot.Call(
            "sendPhoto",
            new
            {
                chat_id = 7,
                photo,
                caption = "before",
            }
        );
        var messageId = sent.Result.GetProperty("message_id").GetInt32();

        var edited = await _bot.Call(
            "editMessageText",
            new
            {
                chat_id = 7,
                message_id = messageId,
                text = "after",
            }
        );

        Assert.Equal("Bad Request: there is no text in the message to edit", edited.Description);
    }

    [Fact]
    public async Task A_chat_that_takes_no_messages_says_why()
    {
        _server.Phone(8).Block();
        _server.Phone(9).SendText("hello");
        _server.Phone(9).Deactivate();
        _server.World.AddGroup(-5, "Teachers");
        _server.World.MigrateGroup(-5, -1005);

        var unknown = await _bot.Call("sendMessage", new { chat_id = 12345, text = "?" });
        var silent = await _bot.Call("sendMessage", new { chat_id = 10, text = "?" });
        var blocked = await _bot.Call("sendMessage", new { chat_id = 8, text = "?" });
        var deactivated = await _bot.Call("sendMessage", new { chat_id = 9, text = "?" });
        var migrated = await _bot.Call("sendMessage", new { chat_id = -5, text = "?" });

        Assert.Equal("Bad Request: chat not found", unknown.Description);
        Assert.Equal("Bad Request: chat not found", silent.Description);
        Assert.Equal("Forbidden: bot was blocked by the user", blocked.Description);
        Assert.Equal(HttpStatusCode.Forbidden, blocked.Status);
        Assert.Equal("Forbidden: user is deactivated", deactivated.Description);
        Assert.Equal("Bad Request: group chat was upgraded to a supergroup chat", migrated.Description);
        var parameters = migrated.Json.GetProperty("parameters");
        Assert.Equal(-1005, parameters.GetProperty("migrate_to_chat_id").GetInt64());
    }

    [Fact]
    public async Task A_press_can_be_answered_once_and_in_time_only()
    {
        var clock = new FakeTimeProvider();
        await using var server = await PlaygroundServer.Start(new PlaygroundOptions { Timers = clock });
        using var bot = new BotClient(server);
        server.Phone(7).SendText("hello");
        await bot.Call(
            "sendMessage",
            new
            {
                chat_id = 7,
                text = "?",
                reply_markup = Button("x"),
            }
        );
        var (first, second) = (server.Phone(7).Press("x"), server.Phone(7).Press("x"));

        var inTime = await bot.Call("answerCallbackQuery", new { callback_query_id = first, text = "Saved" });
        var again = await bot.Call("answerCallbackQuery", new { callback_query_id = first });
        clock.Advance(TimeSpan.FromSeconds(16));
        var late = await bot.Call("answerCallbackQuery", new { callback_query_id = second });

        Assert.True(inTime.Result.GetBoolean());
        Assert.Equal("Saved", (await server.World.WaitForAnswer(first)).Text);
        const string TooOld =
            "Bad Request: query is too old and response timeout expired or query ID is invalid";
        Assert.Equal(TooOld, again.Description);
        Assert.Equal(TooOld, late.Description);
    }

    private Task<Answer> Send(string text, object? markup = null) =>
        _bot.Call(
            "sendMessage",
            new
            {
                chat_id = 7.ToString(CultureInfo.InvariantCulture),
                text,
                reply_markup = markup,
            }
        );

    private static object Button(string data) =>
        new { inline_keyboard = new[] { new[] { new { text = "Yes", callback_data = data } } } };
}
