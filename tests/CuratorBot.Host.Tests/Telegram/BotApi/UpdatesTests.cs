using System.Text;
using System.Text.Json;
using CuratorBot.Host.Telegram.BotApi;
using Microsoft.AspNetCore.Http;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace CuratorBot.Host.Tests.Telegram.BotApi;

public class UpdatesTests
{
    [Theory]
    [InlineData("""{"update_id":50,"message":{"message_id":99999999999999999999,"chat":{"id":1}}}""")]
    [InlineData("""{"update_id":50,"message":{"message_id":"7","chat":{"id":1}}}""")]
    [InlineData("""{"update_id":50,"message":{"message_id":7}}""")]
    [InlineData("""{"update_id":50,"message":"hello"}""")]
    [InlineData("""{"update_id":50,"message":{"message_id":7,"chat":null,"text":"]}[{\"\\"}}""")]
    [InlineData("""{"update_id":50,"message":{"message_id":7,"chat":{"id":1},"text":"\ud83d"}}""")]
    [InlineData("""{"update_id":50,"message":{"message_id":7,,"chat":{"id":tru}}}""")]
    [InlineData("""{"message":[1,2,{}],"update_id":"50","x":}""")]
    public async Task One_poison_update_of_a_hundred_spoils_no_other(string poison)
    {
        var updates = Enumerable.Range(1, 100).Select(id => id is 50 ? poison : Valid(id));
        await using var server = await ScriptedServer.Json(
            $$"""{"ok":true,"result":[{{string.Join(",\n", updates)}}]}"""
        );
        using var client = server.Client();

        using var batch = (await client.GetUpdates(new() { Offset = 1, Limit = 100 })).Value;

        Assert.True(batch.IsComplete);
        Assert.Equal(Enumerable.Range(1, 100).Select(id => (long)id), batch.Updates.Select(IdOf));
        Assert.Throws<JsonException>(() => BotApiJson.ParseUpdate(batch.Updates[49].Span));
        Assert.All(batch.Updates.Where((_, at) => at != 49), update => BotApiJson.ParseUpdate(update.Span));
    }

    [Fact]
    public void A_batch_cut_anywhere_yields_the_updates_that_came_whole()
    {
        var whole = Bytes($$"""{"ok":true,"result":[{{Valid(1)}},{{Valid(2)}},{{Valid(3)}}]}""");
        var start = Bytes("""{"ok":true,"result":[""").Length;
        var length = Bytes(Valid(1)).Length;

        for (var cut = start; cut < whole.Length - 2; cut++)
        {
            var slices = BotApiJson.SplitUpdates(whole.AsMemory(0, cut));

            Assert.False(slices.IsComplete);
            Assert.Equal((cut - start + 1) / (length + 1), slices.Updates.Count);
        }
    }

    [Fact]
    public async Task A_batch_cut_by_the_network_is_still_a_batch()
    {
        await using var server = await ScriptedServer.Start(async http =>
        {
            http.Response.ContentLength = 10_000;
            await http.Response.WriteAsync($$"""{"ok":true,"result":[{{Valid(1)}},{{Valid(2)[..20]}}""");
            await http.Response.Body.FlushAsync();
            http.Connection.RequestClose();
        });
        using var client = server.Client();

        using var batch = (await client.GetUpdates(new())).Value;

        Assert.Equal((1L, false), (IdOf(batch.Updates.Single()), batch.IsComplete));
    }

    [Fact]
    public async Task No_updates_is_an_empty_complete_batch()
    {
        await using var server = await ScriptedServer.Json("""{"ok":true,"result":[]}""");
        using var client = server.Client();

        using var batch = (await client.GetUpdates(new() { Offset = 5, Timeout = 0 })).Value;

        Assert.Empty(batch.Updates);
        Assert.True(batch.IsComplete);
        Assert.Equal("""{"offset":5,"timeout":0}""", server.LastBody);
    }

    [Theory]
    [InlineData(
        409,
        """{"ok":false,"error_code":409,"description":"Conflict: other"}""",
        typeof(BotApiFailure.Rejected)
    )]
    [InlineData(502, "<html/>", typeof(BotApiFailure.Failed))]
    [InlineData(200, "<html/>", typeof(BotApiFailure.Failed))]
    [InlineData(200, "", typeof(BotApiFailure.Ambiguous))]
    public async Task A_failed_poll_is_an_outcome_like_any_other(int status, string body, Type failure)
    {
        await using var server = await ScriptedServer.Json(body, status);
        using var client = server.Client();

        Assert.IsType(failure, (await client.GetUpdates(new())).Failure);
    }

    [Fact]
    public void What_is_unknown_or_null_does_no_harm()
    {
        var update = BotApiJson.ParseUpdate(
            """
            {"update_id":9,"brand_new":{"a":[1]},"message":{"message_id":1,"date":5,"chat":{"id":-100,"type":"galaxy"},
            "from":null,"text":null,"entities":[{"type":"hologram","offset":0,"length":1,"glow":true}],"photo":null}}
            """u8
        );

        Assert.Equal(
            (9, -100L, default(ChatType)),
            (update.Id, update.Message!.Chat.Id, update.Message.Chat.Type)
        );
        Assert.Equal(default, update.Message.Entities!.Single().Type);
    }

    [Fact]
    public void All_kinds_of_updates_are_read()
    {
        var press = BotApiJson.ParseUpdate(
            """{"update_id":1,"callback_query":{"id":"77","from":{"id":5,"is_bot":false,"first_name":"Анна"},"data":"x:1","message":{"message_id":3,"date":0,"chat":{"id":5,"type":"private"}}}}"""u8
        );
        var blocked = BotApiJson.ParseUpdate(
            """{"update_id":2,"my_chat_member":{"chat":{"id":5},"from":{"id":5},"date":1,"old_chat_member":{"status":"member","user":{"id":9}},"new_chat_member":{"status":"kicked","user":{"id":9}}}}"""u8
        );
        var album = BotApiJson.ParseUpdate(
            """{"update_id":3,"edited_message":{"message_id":3,"date":1,"edit_date":2,"media_group_id":"g","chat":{"id":5},"caption":"c","photo":[{"file_id":"f","file_unique_id":"u","width":1,"height":2,"file_size":3}],"contact":{"phone_number":"+7","user_id":5},"migrate_to_chat_id":-1001}}"""u8
        );

        Assert.Equal(("77", "x:1"), (press.CallbackQuery!.Id, press.CallbackQuery.Data));
        Assert.Equal(ChatMemberStatus.Kicked, blocked.MyChatMember!.NewChatMember!.Status);
        Assert.Equal(("g", "f", -1001L), Album(album.EditedMessage!));
        Assert.Equal(5, album.EditedMessage!.Contact!.UserId);

        static (string?, string, long?) Album(Message message) =>
            (message.MediaGroupId, message.Photo!.Single().FileId, message.MigrateToChatId);
    }

    [Theory]
    [InlineData("""{"message":{"text":"\"update_id\":7"},"update_id":8}""", true, 8)]
    [InlineData("""{"update_id" : 12 """, true, 12)]
    [InlineData("""{"update_id":99999999999999999999}""", false, 0)]
    [InlineData("""{"update_id":1.5}""", false, 0)]
    [InlineData("""{"update_id":null}""", false, 0)]
    [InlineData("{}", false, 0)]
    public void The_id_is_read_without_the_rest(string update, bool found, long id)
    {
        Assert.Equal(found, BotApiJson.TryReadUpdateId(Bytes(update), out var read));
        Assert.Equal(id, found ? read : 0);
    }

    private static string Valid(int id) =>
        $$$"""{"update_id":{{{id}}},"message":{"message_id":{{{id}}},"date":1,"chat":{"id":1},"text":"a \"]},{[\\"}}""";

    private static long IdOf(ReadOnlyMemory<byte> update) =>
        BotApiJson.TryReadUpdateId(update.Span, out var id) ? id : -1;

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
