using System.Text;
using System.Text.Json;
using CuratorBot.Host.Telegram.BotApi;
using CuratorBot.Host.Telegram.BotApi.Wire;
using Telegram.Bot;
using Telegram.Bot.Requests;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;
using Telegram.Bot.Types.ReplyMarkups;

namespace CuratorBot.Host.Tests.Telegram.BotApi;

public class RequestTests
{
    private static readonly InlineKeyboardMarkup Buttons = new()
    {
        InlineKeyboard =
        [
            [
                new InlineKeyboardButton { Text = "Да «<b>»", CallbackData = "y:1" },
                new InlineKeyboardButton { Text = "Сайт", Url = "https://x/?a=1&b=2" },
            ],
            [],
        ],
    };

    public static TheoryData<SendMessageRequest, string> Messages =>
        new()
        {
            {
                new SendMessageRequest { ChatId = -1001234567890, Text = "Срок: 15 мая\n\t\"\\ 👩‍🏫" },
                """{"chat_id":-1001234567890,"text":"Срок: 15 мая\n\t\"\\ 👩‍🏫"}"""
            },
            {
                new SendMessageRequest
                {
                    ChatId = 1,
                    MessageThreadId = 7,
                    Text = "A&B",
                    Entities =
                    [
                        new()
                        {
                            Type = MessageEntityType.TextLink,
                            Offset = 0,
                            Length = 3,
                            Url = "https://x",
                        },
                    ],
                    LinkPreviewOptions = new() { IsDisabled = true },
                    DisableNotification = true,
                    ReplyMarkup = Buttons,
                },
                """
                    {"chat_id":1,"message_thread_id":7,"text":"A&B",
                    "entities":[{"type":"text_link","offset":0,"length":3,"url":"https://x"}],
                    "link_preview_options":{"is_disabled":true},"disable_notification":true,
                    "reply_markup":{"inline_keyboard":[[{"text":"Да «<b>»","callback_data":"y:1"},
                    {"text":"Сайт","url":"https://x/?a=1&b=2"}],[]]}}
                    """
            },
            {
                new SendMessageRequest
                {
                    ChatId = 1,
                    Text = "x",
                    ReplyMarkup = new ReplyKeyboardMarkup
                    {
                        Keyboard =
                        [
                            [new KeyboardButton { Text = "☎", RequestContact = true }],
                        ],
                    },
                },
                """{"chat_id":1,"text":"x","reply_markup":{"keyboard":[[{"text":"☎","request_contact":true}]]}}"""
            },
            {
                new SendMessageRequest
                {
                    ChatId = 1,
                    Text = "x",
                    ReplyMarkup = new ReplyKeyboardRemove(),
                },
                """{"chat_id":1,"text":"x","reply_markup":{"remove_keyboard":true}}"""
            },
        };

    [Theory]
    [MemberData(nameof(Messages))]
    public void A_message_says_what_it_is_given_and_nothing_else(SendMessageRequest message, string expected)
    {
        using var body = JsonBody.Of(message);

        Assert.True(
            JsonElement.DeepEquals(
                JsonDocument.Parse(expected).RootElement,
                JsonDocument.Parse(body.Json.ToArray()).RootElement
            )
        );
    }

    [Fact]
    public async Task What_Telegram_Bot_asks_of_itself_goes_the_same_way()
    {
        await using var server = await ScriptedServer.Json(
            """{"ok":false,"error_code":429,"description":"x"}""",
            429
        );
        using var bot = server.Bot();

        var failed = await Assert.ThrowsAsync<BotApiException>(() => bot.SendMessage(1, "Срок"));

        Assert.Equal(new BotApiFailure.RetryAfter(TimeSpan.FromSeconds(30)), failed.Failure);
        Assert.Equal("""{"chat_id":1,"text":"Срок"}""", server.LastBody);
        Assert.Single(server.Requests);
    }

    [Fact]
    public void Russian_letters_take_two_bytes_and_half_a_surrogate_pair_does_no_harm()
    {
        using var body = JsonBody.Of(new SendMessageRequest { ChatId = 1, Text = "Срок\ud83d" });

        Assert.Equal("""{"chat_id":1,"text":"Срок\uFFFD"}""", Encoding.UTF8.GetString(body.Json));
    }

    [Fact]
    public async Task A_body_refuses_to_be_written_twice()
    {
        using var body = JsonBody.Of(new SendMessageRequest { ChatId = 1, Text = "x" });
        await body.CopyToAsync(Stream.Null);

        await Assert.ThrowsAsync<HttpRequestException>(() => body.CopyToAsync(Stream.Null));
    }

    [Fact]
    public async Task Requests_carry_the_official_names()
    {
        await using var server = await ScriptedServer.Json("""{"ok":true,"result":true}""");
        using var client = server.Client();

        await client.SetMyCommands(
            new()
            {
                Commands = [new() { Command = "status", Description = "d" }],
                Scope = new BotCommandScopeChat { ChatId = 5 },
            }
        );
        await client.EditMessageText(
            new()
            {
                ChatId = 1,
                MessageId = 2,
                Text = "t",
                ReplyMarkup = Buttons,
            }
        );
        await client.AnswerCallbackQuery(
            new()
            {
                CallbackQueryId = "9",
                Text = "ok",
                ShowAlert = true,
            }
        );
        await client.SetWebhook(
            new()
            {
                Url = "https://x",
                SecretToken = "s",
                AllowedUpdates = [UpdateType.Message],
            }
        );
        await client.SendChatAction(new() { ChatId = 1, Action = ChatAction.Typing });
        await client.DeleteWebhook();

        var bodies = server.Requests.Select(request => Encoding.UTF8.GetString(request.Body)).ToArray();
        Assert.Equal(
            """{"commands":[{"command":"status","description":"d"}],"scope":{"type":"chat","chat_id":5}}""",
            bodies[0]
        );
        Assert.Contains("""{"inline_keyboard":[[{"text":"Да «<b>»","callback_data":"y:1"}""", bodies[1]);
        Assert.Equal("""{"callback_query_id":"9","text":"ok","show_alert":true}""", bodies[2]);
        Assert.Equal("""{"url":"https://x","allowed_updates":["message"],"secret_token":"s"}""", bodies[3]);
        Assert.Equal("""{"chat_id":1,"action":"typing"}""", bodies[4]);
        Assert.Equal("{}", bodies[5]);
    }

    [Fact]
    public async Task Answers_are_read_by_the_official_names()
    {
        await using var bot = await ScriptedServer.Json(
            """{"ok":true,"result":{"id":7,"is_bot":true,"username":"b"}}"""
        );
        await using var hook = await ScriptedServer.Json(
            """{"ok":true,"result":{"url":"","has_custom_certificate":false,"pending_update_count":3}}"""
        );
        using var me = bot.Client();
        using var info = hook.Client();

        Assert.Equal((7L, "b"), ((await me.GetMe()).Value.Id, (await me.GetMe()).Value.Username));
        Assert.Equal(3, (await info.GetWebhookInfo()).Value.PendingUpdateCount);
    }
}
