using CuratorBot.Conversations.Turns;
using CuratorBot.Messaging;

namespace CuratorBot.Tests.Conversations;

/// <summary>What a turn opens comes last in the chat, and only one thing is opened.</summary>
public sealed class ReplyTests
{
    [Fact]
    public void What_is_said_before_stays_before_what_is_opened()
    {
        var reply = Reply.With(Message(1)).Then(Reply.Opens("join"));

        Assert.Equal([1], reply.Deliveries.Select(one => one.Message.Id));
        Assert.IsType<Opening.Start>(reply.Next);
    }

    [Fact]
    public void Nothing_is_said_behind_it()
    {
        Assert.Throws<InvalidOperationException>(() => Reply.Opens("join").Then(Message(1)));
        Assert.Throws<InvalidOperationException>(() => Reply.Opens("join").Then(Reply.With(Message(1))));
        Assert.Throws<InvalidOperationException>(() => Reply.Opens("join").Then(Reply.Begins("report")));
    }

    [Fact]
    public void Somebody_else_may_be_told_behind_it()
    {
        var reply = Reply.Opens("join").Then(Reply.Nothing.Tell(5, Message(1))).Tell(6, Message(2));

        Assert.Equal([5, 6], reply.Deliveries.Select(one => one.PersonId));
    }

    [Fact]
    public void It_is_opened_once()
    {
        var reply = Reply.Opens("join");

        Assert.NotNull(reply.TakeNext());
        Assert.Null(reply.TakeNext());
        Assert.Null(reply.Next);
    }

    private static OutgoingMessage Message(long id) => new() { Id = id };
}
