using System.Text;
using CuratorBot.Host.Telegram;
using CuratorBot.Messaging;

namespace CuratorBot.Host.Tests.Telegram;

public sealed class TelegramUpdatesTests
{
    [Theory]
    [InlineData("\"forward_origin\":{\"type\":\"user\",\"date\":1},", true)]
    [InlineData("\"forward_origin\":{\"new_kind\":{}},", true)]
    [InlineData("", false)]
    public void A_message_that_was_passed_on_says_so(string origin, bool expected)
    {
        var update = TelegramUpdates.Read(
            Encoding.UTF8.GetBytes(
                $$$"""{"update_id":1,"message":{"message_id":2,"date":1,{{{origin}}}"from":{"id":5,"is_bot":false,"first_name":"А"},"chat":{"id":5,"type":"private"},"text":"/invite"}}"""
            )
        );

        Assert.Equal(expected, update!.Message!.IsForwarded);
    }

    [Theory]
    [InlineData("private", false)]
    [InlineData("group", true)]
    [InlineData("supergroup", true)]
    public void A_chat_of_several_people_is_a_group(string type, bool expected)
    {
        var update = TelegramUpdates.Read(
            Encoding.UTF8.GetBytes(
                $$$"""{"update_id":1,"message":{"message_id":2,"date":1,"from":{"id":5,"is_bot":false,"first_name":"А"},"chat":{"id":5,"type":"{{{type}}}"},"text":"/me"}}"""
            )
        );

        Assert.Equal(expected, update!.Message!.InGroup);
    }

    [Theory]
    [InlineData("", "5", 5L, false)]
    [InlineData("", "6", 6L, false)]
    [InlineData("", "null", null, false)]
    [InlineData("\"forward_origin\":{\"type\":\"user\",\"date\":1},", "5", 5L, true)]
    public void A_contact_says_whose_it_is_and_whether_it_was_passed_on(
        string origin,
        string userId,
        long? owner,
        bool isForwarded
    )
    {
        var message = TelegramUpdates
            .Read(
                Encoding.UTF8.GetBytes(
                    $$$"""{"update_id":1,"message":{"message_id":2,"date":1,{{{origin}}}"from":{"id":5,"is_bot":false,"first_name":"А"},"chat":{"id":5,"type":"private"},"contact":{"phone_number":"+7900","first_name":"А","user_id":{{{userId}}} } } }"""
                )
            )!
            .Message!;

        Assert.Equal((owner, isForwarded), (message.Contact!.AccountId, message.IsForwarded));
    }

    [Theory]
    [InlineData("\"forward_origin\":{\"type\":\"galaxy\",\"date\":1},", 2L, true)]
    [InlineData("\"forward_origin\":{\"type\":7},", 2L, true)]
    [InlineData("\"forward_origin\":null,\"date\":99999999999999,", 2L, false)]
    [InlineData("\"date\":-1,", 2L, false)]
    [InlineData("\"reply_to_message\":{\"message_id\":1,\"chat\":7},", 2L, false)]
    [InlineData("\"new_field\":{\"message_id\":\"x\"},", 5_000_000_000L, false)]
    public void What_the_package_refuses_is_answered_all_the_same(
        string odd,
        long messageId,
        bool isForwarded
    )
    {
        string[] contents =
        [
            "\"text\":\"/invite\"",
            "\"caption\":\"c\",\"media_group_id\":\"g\",\"photo\":[{\"file_id\":\"f\",\"file_unique_id\":\"u\",\"file_size\":3}]",
            "\"document\":{\"file_id\":\"f\",\"file_name\":\"a.xlsx\",\"mime_type\":\"m\"}",
            "\"contact\":{\"phone_number\":\"+7900\",\"user_id\":5}",
            "\"video_note\":{}",
        ];

        var messages = contents
            .Select(content =>
                TelegramUpdates
                    .Read(
                        Encoding.UTF8.GetBytes(
                            $$$"""{"update_id":1,"edited_message":{"message_id":{{{messageId}}},{{{odd}}}"from":{"id":5,"first_name":"А"},"chat":{"id":-7,"type":"supergroup"},{{{content}}} } }"""
                        )
                    )!
                    .Message!
            )
            .ToList();

        Assert.All(
            messages,
            message =>
                Assert.Equal(
                    (5L, -7L, messageId, true, isForwarded, true),
                    (
                        message.AccountId,
                        message.ChatId,
                        message.MessageId,
                        message.InGroup,
                        message.IsForwarded,
                        message.IsEdit
                    )
                )
        );
        Assert.Equal("/invite", messages[0].Text);
        Assert.Equal(
            ("c", "g", new IncomingFile("f", "u", null, "image/jpeg", 3)),
            (messages[1].Text, messages[1].AlbumId, messages[1].File!)
        );
        Assert.Equal(new IncomingFile("f", "f", "a.xlsx", "m", null), messages[2].File);
        Assert.Equal(new IncomingContact("+7900", 5), messages[3].Contact);
        Assert.Equal((IncomingKind.Unsupported, "video_note"), (messages[4].Kind, messages[4].Text));
    }

    [Theory]
    [InlineData("member", "galaxy", null)]
    [InlineData("galaxy", "kicked", IncomingKind.Blocked)]
    [InlineData("galaxy", "member", IncomingKind.Unblocked)]
    [InlineData("member", "left", IncomingKind.Blocked)]
    public void A_kind_of_member_that_nobody_knows_spoils_nothing(
        string before,
        string after,
        IncomingKind? expected
    )
    {
        var update = TelegramUpdates.Read(
            Encoding.UTF8.GetBytes(
                $$$"""{"update_id":1,"my_chat_member":{"chat":{"id":5,"type":"private"},"from":{"id":5},"date":1,"old_chat_member":{"status":"{{{before}}}","user":{"id":9} },"new_chat_member":{"status":"{{{after}}}","user":{"id":9} } } }"""
            )
        );

        Assert.Equal((1L, null, expected), (update!.UpdateId, update.Raw, update.Message?.Kind));
    }

    [Fact]
    public void A_press_on_a_message_beyond_all_numbers_counts()
    {
        var press = TelegramUpdates
            .Read(
                """{"update_id":1,"callback_query":{"id":"77","from":{"id":5},"data":"x:1","message":{"message_id":5000000000,"date":0,"chat":{"id":5,"type":"private"}}}}"""u8
            )!
            .Message!;

        Assert.Equal(
            (5L, 5_000_000_000L, "x:1", "77", IncomingKind.Press, false),
            (press.AccountId, press.MessageId, press.Pressed, press.PressId, press.Kind, press.InGroup)
        );
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("""{"message":{"message_id":2,"chat":{"id":5},"from":{"id":5},"text":"x"}}""")]
    public void What_has_no_number_is_left_out(string update) =>
        Assert.Null(TelegramUpdates.Read(Encoding.UTF8.GetBytes(update)));

    [Theory]
    [InlineData("""{"update_id":7,"message":{"message_id":2,"from":{"id":5},"text":"x"}}""")]
    [InlineData("""{"update_id":7,"message":{"message_id":2,"chat":{"id":5},"from":{},"text":"x"}}""")]
    [InlineData(
        """{"update_id":7,"message":{"message_id":2,"chat":{"id":5},"from":{"id":5},"document":{}}}"""
    )]
    [InlineData(
        """{"update_id":7,"message":{"message_id":2,"chat":{"id":5},"from":{"id":5},"photo":[null]}}"""
    )]
    [InlineData("""{"update_id":7,"callback_query":{"id":"1","message":{"message_id":2,"chat":{"id":5}}}}""")]
    public void What_has_a_number_and_no_sender_or_file_is_kept_as_it_came(string update)
    {
        var read = TelegramUpdates.Read(Encoding.UTF8.GetBytes(update))!;

        Assert.Equal((7L, update, null), (read.UpdateId, read.Raw, read.Message));
    }
}
