using System.Globalization;
using System.Net;
using CuratorBot.Playground;

namespace CuratorBot.Host.Tests.Playground;

/// <summary>Every refusal in the Bot API's own words, since bots decide by them.</summary>
public sealed class WordingTests : IAsyncLifetime
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
    public async Task A_wrong_token_is_unauthorized()
    {
        var answer = await _bot.Call("getMe", token: "1:wrong");

        Assert.Equal(HttpStatusCode.Unauthorized, answer.Status);
        Assert.Equal("""{"ok":false,"error_code":401,"description":"Unauthorized"}""", answer.Text);
    }

    [Fact]
    public async Task An_unknown_method_is_not_found()
    {
        var answer = await _bot.Call("sendDreams");

        Assert.Equal(HttpStatusCode.NotFound, answer.Status);
        Assert.Equal("""{"ok":false,"error_code":404,"description":"Not Found"}""", answer.Text);
    }

    [Theory]
    [InlineData("", "Bad Request: message text is empty")]
    [InlineData("  ", "Bad Request: message text is empty")]
    public async Task An_empty_text_is_refused(string text, string wording) =>
        await Refused(text, null, wording);

    [Theory]
    [InlineData(
        "<b>bold",
        "Bad Request: can't parse entities: Can't find end tag corresponding to start tag \"b\""
    )]
    [InlineData(
        "я <h1>x</h1>",
        "Bad Request: can't parse entities: Unsupported start tag \"h1\" at byte offset 3"
    )]
    [InlineData("x</b>", "Bad Request: can't parse entities: Unexpected end tag at byte offset 1")]
    [InlineData(
        "<b>x</i>",
        "Bad Request: can't parse entities: Unmatched end tag at byte offset 4, expected \"</b>\", found \"</i>\""
    )]
    public async Task Broken_html_is_refused(string html, string wording) =>
        await Refused(html, "HTML", wording);

    [Fact]
    public async Task Html_becomes_text_and_entities_in_utf16_units()
    {
        var sent = await _bot.Call(
            "sendMessage",
            new
            {
                chat_id = 7,
                text = "😀 <b>A&amp;B</b> <a href=\"https://x.test/?a=1&amp;b=2\">link</a>",
                parse_mode = "HTML",
            }
        );

        Assert.Equal("😀 A&B link", sent.Result.GetProperty("text").GetString());
        var entities = sent.Result.GetProperty("entities");
        Assert.Equal(3, entities[0].GetProperty("offset").GetInt32());
        Assert.Equal(3, entities[0].GetProperty("length").GetInt32());
        Assert.Equal("https://x.test/?a=1&b=2", entities[1].GetProperty("url").GetString());
    }

    [Fact]
    public async Task A_text_may_have_4096_units_and_not_one_more()
    {
        var allowed = await Send(new string('ж', 4096));
        var refused = await Send(new string('ж', 4097));

        Assert.Equal(HttpStatusCode.OK, allowed.Status);
        Assert.Equal("Bad Request: message is too long", refused.Description);
    }

    [Fact]
    public async Task A_caption_may_have_1024_units_and_not_one_more()
    {
        var photo = _server.Phone(7).SendPhoto([1, 2, 3]).Attachment!.Files[^1].Id;

        var allowed = await _bot.Call(
            "sendPhoto",
            new
            {
                chat_id = 7,
                photo,
                caption = new string('x', 1024),
            }
        );
        var refused = await _bot.Call(
            "sendPhoto",
            new
            {
                chat_id = 7,
                photo,
                caption = new string('x', 1025),
            }
        );

        Assert.Equal(HttpStatusCode.OK, allowed.Status);
        Assert.Equal("Bad Request: message caption is too long", refused.Description);
    }

    [Theory]
    [InlineData(32, true)]
    [InlineData(33, false)]
    [InlineData(0, false)]
    public async Task Button_data_is_counted_in_bytes(int cyrillicLetters, bool taken)
    {
        var answer = await Send("?", Button(new string('ж', cyrillicLetters)));

        Assert.Equal(taken, answer.Status == HttpStatusCode.OK);
        if (!taken)
            Assert.Equal("Bad Request: BUTTON_DATA_INVALID", answer.Description);
    }

    [Theory]
    [InlineData("{", "Bad Request: can't parse reply keyboard markup JSON object")]
    [InlineData("[]", "Bad Request: object expected as reply markup")]
    public async Task A_broken_keyboard_is_refused(string markup, string wording)
    {
        using var form = new FormUrlEncodedContent(
            new Dictionary<string, string>
            {
                ["chat_id"] = "7",
                ["text"] = "?",
                ["reply_markup"] = markup,
            }
        );

        Assert.Equal(wording, (await _bot.Post("/bot1:abc/sendMessage", form)).Description);
    }

    [Fact]
    public async Task An_entity_outside_the_text_is_refused()
    {
        var entities = new[]
        {
            new
            {
                type = "bold",
                offset = 3,
                length = 3,
            },
        };

        var answer = await _bot.Call(
            "sendMessage",
            new
            {
                chat_id = 7,
                text = "hello",
                entities,
            }
        );

        Assert.StartsWith(
            "Bad Request: can't parse entities: ",
            answer.Description,
            StringComparison.Ordinal
        );
    }

    private async Task Refused(string text, string? parseMode, string wording)
    {
        var answer = await _bot.Call(
            "sendMessage",
            new
            {
                chat_id = "7",
                text,
                parse_mode = parseMode,
            }
        );

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal(400, answer.Json.GetProperty("error_code").GetInt32());
        Assert.Equal(wording, answer.Description);
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
