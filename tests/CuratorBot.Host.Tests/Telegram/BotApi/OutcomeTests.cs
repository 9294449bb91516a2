using CuratorBot.Host.Telegram.BotApi;
using Microsoft.AspNetCore.Http;
using Telegram.Bot.Requests;
using static CuratorBot.Host.Telegram.BotApi.BotApiFailure;

namespace CuratorBot.Host.Tests.Telegram.BotApi;

public class OutcomeTests
{
    private static readonly SendMessageRequest Hello = new() { ChatId = 42, Text = "Добрый день" };

    [Fact]
    public async Task A_delivered_message_yields_its_id()
    {
        await using var server = await ScriptedServer.Json(
            """{"ok":true,"result":{"message_id":4711,"date":1,"chat":{"id":42,"type":"private"},"text":"x"}}"""
        );
        using var client = server.Client();

        var result = await client.SendMessage(Hello);

        Assert.Equal(4711, result.Value);
        Assert.Equal($"/bot{ScriptedServer.Token}/sendMessage", server.Requests.Single().Path);
    }

    [Theory]
    [InlineData(403, "Forbidden: bot was blocked by the user", UnreachableReason.Blocked)]
    [InlineData(403, "Forbidden: bot can't initiate conversation with a user", UnreachableReason.Blocked)]
    [InlineData(403, "Forbidden: user is deactivated", UnreachableReason.Deactivated)]
    [InlineData(403, "Forbidden: bot was kicked from the group chat", UnreachableReason.Kicked)]
    [InlineData(403, "Forbidden: bot was kicked from the supergroup chat", UnreachableReason.Kicked)]
    [InlineData(403, "Forbidden: bot is not a member of the channel chat", UnreachableReason.Kicked)]
    [InlineData(403, "Forbidden: the group chat was deleted", UnreachableReason.ChatNotFound)]
    [InlineData(400, "Bad Request: chat not found", UnreachableReason.ChatNotFound)]
    [InlineData(400, "Bad Request: PEER_ID_INVALID", UnreachableReason.ChatNotFound)]
    public async Task A_person_who_cannot_be_reached_is_told_apart(
        int code,
        string words,
        UnreachableReason reason
    ) => Assert.Equal(new Unreachable(reason), await FailureOf(Error(code, words), code));

    [Theory]
    [InlineData(400, "Bad Request: message text is empty")]
    [InlineData(400, "Bad Request: message is too long")]
    [InlineData(400, "Bad Request: not enough rights to send text messages to the chat")]
    [InlineData(401, "Unauthorized")]
    [InlineData(404, "Not Found")]
    [InlineData(
        409,
        "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
    )]
    public async Task What_would_be_refused_again_is_rejected(int code, string words) =>
        Assert.Equal(new Rejected(code, words), await FailureOf(Error(code, words), code));

    [Theory]
    [InlineData(401, "Unauthorized", true, false)]
    [InlineData(404, "Not Found", true, false)]
    [InlineData(409, "Conflict: can't use getUpdates method while webhook is active", false, true)]
    [InlineData(400, "Bad Request: message text is empty", false, false)]
    public void A_refused_token_and_a_second_poller_are_told_apart(
        int code,
        string words,
        bool token,
        bool conflict
    )
    {
        var rejected = new Rejected(code, words);

        Assert.Equal((token, conflict), (rejected.IsTokenRefused, rejected.IsConflict));
    }

    [Theory]
    [InlineData(""","parameters":{"retry_after":5}""", 5)]
    [InlineData(""","parameters":{"retry_after":3600}""", 3600)]
    [InlineData(""","parameters":{"retry_after":0}""", 1)]
    [InlineData(""","parameters":{}""", 30)]
    [InlineData("", 30)]
    [InlineData(""","parameters":{"retry_after":"soon"}""", 30)]
    public async Task A_flood_limit_names_its_pause(string parameters, int seconds)
    {
        var body =
            $$"""{"ok":false,"error_code":429,"description":"Too Many Requests: retry later"{{parameters}}}""";

        Assert.Equal(new RetryAfter(TimeSpan.FromSeconds(seconds)), await FailureOf(body, 429));
    }

    [Fact]
    public async Task A_gateway_without_JSON_may_name_the_pause_in_its_header()
    {
        await using var server = await ScriptedServer.Start(http =>
        {
            http.Response.StatusCode = 429;
            http.Response.Headers.RetryAfter = "7";
            return http.Response.WriteAsync("slow down");
        });
        using var client = server.Client();

        Assert.Equal(new RetryAfter(TimeSpan.FromSeconds(7)), (await client.SendMessage(Hello)).Failure);
    }

    [Fact]
    public async Task A_group_that_became_a_supergroup_names_its_new_id()
    {
        var body = """
            {"ok":false,"error_code":400,"description":"Bad Request: group chat was upgraded to a supergroup chat",
            "parameters":{"migrate_to_chat_id":-1001234567890}}
            """;

        Assert.Equal(new MovedTo(-1001234567890), await FailureOf(body, 400));
    }

    [Theory]
    [InlineData(500, """{"ok":false,"error_code":500,"description":"Internal Server Error"}""")]
    [InlineData(502, "<html><body><h1>502 Bad Gateway</h1></body></html>")]
    [InlineData(504, "<html><body><h1>504 Gateway Time-out</h1></body></html>")]
    [InlineData(502, "")]
    [InlineData(403, "<html>Access to this site is restricted</html>")]
    [InlineData(200, "\r\n<!DOCTYPE html><html>Access to this site is restricted</html>")]
    [InlineData(302, "")]
    public async Task A_server_or_gateway_in_trouble_is_a_transient_failure(int status, string body) =>
        Assert.Equal(new Failed(status), await FailureOf(body, status));

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("""{"ok":true,"result":{"message_""")]
    [InlineData("""{"ok":true,"result":{"message_id":47""")]
    [InlineData("""{"ok":true,"result":{"message_id":"47"}}""")]
    [InlineData("""{"ok":true,"result":true}""")]
    [InlineData("[]")]
    [InlineData("null")]
    public async Task A_success_that_cannot_be_read_may_or_may_not_have_sent_the_message(string body) =>
        Assert.Equal(new Ambiguous("garbled answer"), await FailureOf(body, 200));

    [Fact]
    public async Task A_message_not_modified_is_as_good_as_edited()
    {
        var words =
            "Bad Request: message is not modified: specified new message content and reply markup are exactly "
            + "the same as a current content and reply markup of the message";
        await using var server = await ScriptedServer.Json(Error(400, words), 400);
        using var client = server.Client();

        var text = await client.EditMessageText(
            new()
            {
                ChatId = 1,
                MessageId = 2,
                Text = "x",
            }
        );
        var buttons = await client.EditMessageReplyMarkup(new() { ChatId = 1, MessageId = 2 });

        Assert.Equal((true, false), (text.IsOk, text.Value));
        Assert.Equal((true, false), (buttons.IsOk, buttons.Value));
    }

    [Fact]
    public async Task A_press_answered_too_late_is_a_success_with_a_warning()
    {
        var words = "Bad Request: query is too old and response timeout expired or query ID is invalid";
        await using var server = await ScriptedServer.Json(Error(400, words), 400);
        using var client = server.Client();

        var result = await client.AnswerCallbackQuery(new() { CallbackQueryId = "1" });

        Assert.Equal((true, false), (result.IsOk, result.Value));
        Assert.StartsWith("Warning Bot API answerCallbackQuery: too late", Assert.Single(server.Log.Lines));
    }

    [Fact]
    public async Task A_message_that_is_gone_is_as_good_as_deleted()
    {
        await using var server = await ScriptedServer.Json(
            Error(400, "Bad Request: message to delete not found"),
            400
        );
        using var client = server.Client();

        Assert.False((await client.DeleteMessage(new() { ChatId = 1, MessageId = 2 })).Value);
    }

    private static string Error(int code, string words) =>
        $$"""{"ok":false,"error_code":{{code}},"description":"{{words}}"}""";

    private static async Task<BotApiFailure?> FailureOf(string body, int status)
    {
        await using var server = await ScriptedServer.Json(body, status);
        using var client = server.Client();
        return (await client.SendMessage(Hello)).Failure;
    }
}
