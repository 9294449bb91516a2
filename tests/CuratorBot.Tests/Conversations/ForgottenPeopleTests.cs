using CuratorBot.Conversations.Limits;
using CuratorBot.Conversations.Turns;
using CuratorBot.Data;
using CuratorBot.Messaging.Receiving;
using CuratorBot.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace CuratorBot.Tests.Conversations;

/// <summary>What is kept in memory of each who writes does not grow with their number.</summary>
public sealed class ForgottenPeopleTests
{
    [Fact]
    public async Task Nothing_of_those_whose_messages_are_dealt_with_is_kept_in_the_inbox()
    {
        await using var world = await World.Open();
        for (var account = 5000; account < 5020; account++)
            await world.Accept(new Phone(world, account).Message() with { Text = "/help" });
        await world.Accept(
            Enumerable.Range(0, 20).Select(_ => new Phone(world, 1001).Message() with { Text = "/tasks" })
        );
        await world.Settle();

        var runner = (TurnRunner)world.Services.GetRequiredService<IMessageHandler>();
        await Until.True(() => world.Services.GetRequiredService<Inbox>().People == 0);
        await Until.True(() => runner.Answering == 0);
        Assert.True(world.Channel.Heard.Count >= 40);
    }

    [Fact]
    public void Of_what_can_be_found_out_again_no_more_is_kept_than_may_be()
    {
        var remembered = new Remembered<int, bool>(most: 100);
        for (var key = 0; key < 1_050; key++)
        {
            remembered.Keep(key, true);
            Assert.InRange(remembered.Count, 1, 100);
            Assert.True(remembered.TryGet(key, out _));
        }
    }

    [Fact]
    public void Windows_that_are_over_are_forgotten_when_there_are_many()
    {
        var clock = new FrozenClock(World.Start);
        var windows = new Windows<int>(
            new RealTime(new MachineTime(clock)),
            TimeSpan.FromMinutes(1),
            most: 5
        );
        for (var key = 0; key < 10_001; key++)
            windows.Take(key, seq: key);
        clock.Now += TimeSpan.FromMinutes(1);

        windows.Take(-1, seq: -1);

        Assert.Equal(1, windows.Count);
    }
}
