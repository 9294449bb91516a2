using System.Text;
using CuratorBot.Host.Telegram;

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
}
