using CuratorBot.Data;
using CuratorBot.Host.Tests.Support;
using CuratorBot.Messaging;
using CuratorBot.Messaging.Sending;

namespace CuratorBot.Tests.Sending;

/// <summary>The network throttles: some requests take very long, and the others must not wait for them.</summary>
public sealed class SlowRequestsTests
{
    private const int InFlight = 3;
    private const int Most = 33;

    [Fact]
    public void Three_silent_chats_keep_the_fourth_person_waiting_for_a_second_at_most()
    {
        using var bench = OutboxBench.Started();
        bench.Channel.Takes = chat => chat <= 3 ? null : TimeSpan.FromSeconds(0.1);
        for (var chat = 1; chat <= 4; chat++)
            bench.Say(chat);

        Assert.Equal([1, 2, 3], bench.Channel.Requests.Select(request => request.ChatId));
        bench.Advance(1);
        Assert.Equal(4, bench.Channel.Requests[^1].ChatId);
        bench.Advance(0.1);
        Assert.Equal(1, bench.Desk.Sent);
    }

    [Fact]
    public void Never_more_than_thirty_three_are_under_way_and_never_more_than_three_of_them_are_young()
    {
        using var bench = OutboxBench.Started();
        bench.Channel.Takes = _ => null;
        for (var chat = 1; chat <= 100; chat++)
            bench.Say(chat);
        bench.Advance(60);

        Assert.Equal(Most, bench.Channel.MostUnderWay);
        Assert.All(
            bench.Channel.Requests,
            one =>
                Assert.InRange(
                    bench.Channel.Requests.Count(other =>
                        other.At <= one.At && one.At - other.At < SendWindow.HangsAfter
                    ),
                    1,
                    InFlight
                )
        );
    }

    [Fact]
    public void Many_slow_answers_at_once_leave_no_more_unmarked_than_were_under_way_and_nothing_new_begins()
    {
        using var bench = OutboxBench.Started();
        bench.Channel.Takes = _ => null;
        for (var chat = 1; chat <= 100; chat++)
            bench.Say(chat);
        bench.Advance(60);
        bench.Desk.Refuses = new StorageException("It is full.", new IOException());
        bench.Channel.LetGo();
        bench.Advance(60);

        Assert.Equal(Most, bench.Channel.Requests.Count);
    }

    [Fact]
    public void A_chat_that_hangs_gets_its_messages_in_order_and_one_at_a_time()
    {
        using var bench = OutboxBench.Started();
        bench.Channel.Takes = _ => TimeSpan.FromSeconds(20);
        var ids = Enumerable.Range(0, 3).Select(_ => bench.Say(1).Id).ToList();
        bench.Advance(19);
        Assert.Single(bench.Channel.Requests);
        bench.Advance(41);
        Assert.Equal(ids, bench.Channel.Requests.Select(request => request.Message.Id));
    }

    [Fact]
    public void Broadcasts_that_hang_leave_replies_their_places()
    {
        using var bench = OutboxBench.Started();
        bench.Channel.Takes = chat => chat <= 100 ? null : TimeSpan.FromSeconds(0.1);
        for (var chat = 1; chat <= 100; chat++)
            bench.Say(chat, Lane.Broadcast);
        bench.Advance(60);
        Assert.InRange(bench.Channel.UnderWay, InFlight, ((Most - InFlight) / 2) + InFlight - 1);

        for (var chat = 101; chat <= 110; chat++)
            bench.Say(chat);
        bench.Advance(1);
        Assert.Equal(10, bench.Channel.Requests.Count(request => request.ChatId > 100));
    }

    [Fact]
    public void While_broadcasts_hang_a_reply_still_finds_a_place_at_once()
    {
        using var bench = OutboxBench.Started();
        bench.Channel.Takes = chat => chat <= 100 ? null : TimeSpan.FromSeconds(0.1);
        for (var chat = 1; chat <= 100; chat++)
            bench.Say(chat, Lane.Broadcast);
        bench.Advance(1.5);

        bench.Say(101);
        Assert.Equal(101, bench.Channel.Requests[^1].ChatId);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void With_one_request_in_three_taking_10_to_30_seconds_replies_are_on_their_way_within_2_seconds(
        int perSecond
    )
    {
        using var bench = OutboxBench.Started();
        var dice = new Dice(17);
        bench.Channel.Takes = _ => TimeSpan.FromSeconds(dice.Below(3) == 0 ? 10 + dice.Below(20) : 0.12);
        for (var chat = 10_000; chat < 10_500; chat++)
            bench.Say(chat, Lane.Broadcast);
        var said = new Dictionary<long, TimeSpan>();
        for (var number = 1; number <= 900; number++)
        {
            said[bench.Say(number % 300).Id] = bench.Time.Elapsed;
            bench.Advance(-Math.Log(1 - (dice.Below(1000) / 1000.0)) / perSecond); // as they come
        }
        bench.Advance(60);

        var waits = bench
            .Channel.Requests.Where(request => said.ContainsKey(request.Message.Id))
            .Select(request => (request.At - said[request.Message.Id]).TotalSeconds)
            .Order()
            .ToList();
        Assert.Equal(900, waits.Count);
        Assert.InRange(waits[(int)(0.95 * waits.Count)], 0, 2);
        Assert.InRange(bench.Channel.MostUnderWay, 1, Most);
    }
}
