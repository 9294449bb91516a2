using System.Net;
using System.Text;
using CuratorBot.Playground;
using Microsoft.Extensions.Time.Testing;

namespace CuratorBot.Host.Tests.Playground;

public sealed class UpdatesTests : IAsyncLifetime
{
    private PlaygroundServer _server = null!;
    private BotClient _bot = null!;

    public async Task InitializeAsync()
    {
        _server = await PlaygroundServer.Start(new PlaygroundOptions { FirstUpdateId = 100 });
        _bot = new BotClient(_server);
    }

    public async Task DisposeAsync()
    {
        _bot.Dispose();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task An_update_comes_again_until_a_greater_offset_confirms_it()
    {
        _server.Phone(7).SendText("one");
        _server.Phone(7).SendText("two");

        Assert.Equal("100 101", await Ids(0));
        Assert.Equal("100 101", await Ids(100));
        Assert.Equal("101", await Ids(101));
        Assert.Empty(await Ids(102));
        Assert.Empty(await Ids(0));
    }

    [Fact]
    public async Task A_negative_offset_forgets_all_but_the_newest()
    {
        foreach (var text in new[] { "one", "two", "three" })
            _server.Phone(7).SendText(text);

        Assert.Equal("102", await Ids(-1));
        Assert.Equal(1, _server.Updates.Count);
    }

    [Fact]
    public async Task A_hundred_updates_come_at_most()
    {
        _server.Updates.Preload(
            Enumerable
                .Range(0, 250)
                .Select(i => ((long)i, (ReadOnlyMemory<byte>)"\"message\":{}"u8.ToArray()))
        );

        Assert.Equal(100, (await Ids(0)).Split(' ').Length);
        Assert.Equal(3, (await Ids(0, limit: 3)).Split(' ').Length);
    }

    [Fact]
    public async Task A_long_poll_wakes_when_somebody_writes()
    {
        var waiting = _bot.Call("getUpdates", new { timeout = 50 });
        await _server.Updates.WaitForPoll();

        _server.Phone(7).SendText("/start now");

        var update = (await waiting).Result[0];
        var message = update.GetProperty("message");
        Assert.Equal("/start now", message.GetProperty("text").GetString());
        Assert.Equal(7, message.GetProperty("from").GetProperty("id").GetInt64());
        Assert.Equal("private", message.GetProperty("chat").GetProperty("type").GetString());
        var entity = message.GetProperty("entities")[0];
        Assert.Equal("bot_command", entity.GetProperty("type").GetString());
        Assert.Equal(6, entity.GetProperty("length").GetInt32());
    }

    [Fact]
    public async Task A_second_long_poll_ends_the_first_with_a_conflict()
    {
        var polls = new[]
        {
            _bot.Call("getUpdates", new { timeout = 50 }),
            _bot.Call("getUpdates", new { timeout = 50 }),
        };

        var first = await Task.WhenAny(polls);
        var ended = await first;

        Assert.Equal(HttpStatusCode.Conflict, ended.Status);
        Assert.Equal(
            "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
            ended.Description
        );
        _server.Phone(7).SendText("hello");
        var answers = await Task.WhenAll(polls);
        Assert.Single(answers, answer => answer.Status == HttpStatusCode.OK);
    }

    [Fact]
    public async Task An_unwanted_kind_of_update_is_not_queued()
    {
        await _bot.Call("getUpdates", new { allowed_updates = new[] { "callback_query" } });

        _server.Phone(7).SendText("hello");

        Assert.Empty(await Ids(0));
    }

    [Fact]
    public async Task A_press_expires_sooner_than_a_message()
    {
        var clock = new FakeTimeProvider();
        await using var server = await PlaygroundServer.Start(new PlaygroundOptions { Timers = clock });
        using var bot = new BotClient(server);
        server.Phone(7).SendText("hello");
        var sent = await bot.Call("sendMessage", Keyboard("Yes", "yes"));
        server.Phone(7).Press(sent.Result.GetProperty("message_id").GetInt32(), "yes");

        clock.Advance(TimeSpan.FromSeconds(151));

        var left = (await bot.Call("getUpdates")).Result;
        Assert.Equal(1, left.GetArrayLength());
        Assert.True(left[0].TryGetProperty("message", out _));
    }

    [Fact]
    public async Task An_album_is_several_updates_of_one_group()
    {
        byte[][] photos = [Encoding.ASCII.GetBytes("one"), Encoding.ASCII.GetBytes("two")];
        _server.Phone(7).SendAlbum(photos, "our day");

        var updates = (await _bot.Call("getUpdates")).Result.EnumerateArray().ToList();

        var messages = updates.ConvertAll(update => update.GetProperty("message"));
        Assert.Equal(2, messages.Count);
        Assert.Single(
            messages.Select(message => message.GetProperty("media_group_id").GetString()).Distinct()
        );
        Assert.Equal("our day", messages[0].GetProperty("caption").GetString());
        Assert.True(messages[0].GetProperty("photo").GetArrayLength() > 1);
    }

    [Fact]
    public async Task Blocking_and_unblocking_tell_the_bot_about_its_membership()
    {
        _server.Phone(7).Block();
        _server.Phone(7).Unblock();

        var updates = (await _bot.Call("getUpdates")).Result;

        Assert.Equal("kicked", Status(updates[0]));
        Assert.Equal("member", Status(updates[1]));

        static string? Status(System.Text.Json.JsonElement update) =>
            update
                .GetProperty("my_chat_member")
                .GetProperty("new_chat_member")
                .GetProperty("status")
                .GetString();
    }

    [Fact]
    public async Task A_press_carries_its_message_and_an_edit_says_so()
    {
        var own = _server.Phone(7).SendText("hello");
        var sent = await _bot.Call("sendMessage", Keyboard("Yes", "yes"));
        var id = _server.Phone(7).Press("Yes");
        _server.Phone(7).EditText(own.MessageId, "good day");

        var updates = (await _bot.Call("getUpdates", new { offset = 101 })).Result;

        var press = updates[0].GetProperty("callback_query");
        Assert.Equal(id, press.GetProperty("id").GetString());
        Assert.Equal("yes", press.GetProperty("data").GetString());
        Assert.Equal(
            sent.Result.GetProperty("message_id").GetInt32(),
            press.GetProperty("message").GetProperty("message_id").GetInt32()
        );
        Assert.True(press.GetProperty("message").TryGetProperty("reply_markup", out _));
        Assert.Equal("good day", updates[1].GetProperty("edited_message").GetProperty("text").GetString());
    }

    [Fact]
    public async Task A_button_that_an_edit_took_away_can_still_be_pressed_by_a_slow_phone()
    {
        _server.Phone(7).SendText("hello");
        var sent = await _bot.Call("sendMessage", Keyboard("Yes", "yes"));
        var id = sent.Result.GetProperty("message_id").GetInt32();
        await _bot.Call("editMessageReplyMarkup", new { chat_id = 7, message_id = id });

        Assert.Throws<ArgumentException>(() => _server.Phone(7).Press(id, "yes"));
        _server.Phone(7).PressStale(id, "yes");

        var press = (await _bot.Call("getUpdates", new { offset = 101 }))
            .Result[0]
            .GetProperty("callback_query");
        Assert.Equal("yes", press.GetProperty("data").GetString());
        Assert.False(press.GetProperty("message").TryGetProperty("reply_markup", out _));
    }

    [Fact]
    public async Task An_update_can_be_repeated_and_come_out_of_order()
    {
        ReadOnlyMemory<byte> member = Encoding.ASCII.GetBytes("\"message\":{\"message_id\":1}");
        _server.Updates.Enqueue(105, 7, member);
        _server.Updates.Enqueue(105, 7, member);
        _server.Updates.Enqueue(103, 7, member);

        Assert.Equal("105 105 103", await Ids(0));
    }

    private static object Keyboard(string text, string data) =>
        new
        {
            chat_id = 7,
            text = "?",
            reply_markup = new { inline_keyboard = new[] { new[] { new { text, callback_data = data } } } },
        };

    private async Task<string> Ids(long offset, int limit = 100)
    {
        var updates = (await _bot.Call("getUpdates", new { offset, limit })).Result;
        return string.Join(' ', updates.EnumerateArray().Select(update => update.GetProperty("update_id")));
    }
}
