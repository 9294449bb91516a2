using CuratorBot.Data;
using CuratorBot.Messaging;
using CuratorBot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Tests.Sending;

public sealed class PostmanTests
{
    private const long Tablet = 9001;

    [Fact]
    public async Task Whoever_has_two_accounts_hears_it_once_at_the_first()
    {
        await using var world = await WithATablet();

        Assert.Equal([1002], await ChatsOf(world));
    }

    [Fact]
    public async Task Whoever_blocked_the_bot_at_one_account_hears_it_at_the_other()
    {
        await using var world = await WithATablet();
        await Lose(world, 1002);

        Assert.Equal([Tablet], await ChatsOf(world));
    }

    [Fact]
    public async Task Whoever_can_be_reached_nowhere_hears_nothing()
    {
        await using var world = await WithATablet();
        await Lose(world, 1002);
        await Lose(world, Tablet);

        Assert.Empty(await ChatsOf(world));
    }

    /// <summary>The director with a second account in the same messenger.</summary>
    private static async Task<World> WithATablet()
    {
        var world = await World.Open();
        await world.UnitOfWork.Write(async scope =>
        {
            scope.Db.ChannelAccounts.Add(
                new ChannelAccount
                {
                    Id = long.MaxValue,
                    Channel = world.Channel.Name,
                    AccountId = Tablet,
                    ChatId = Tablet,
                    PersonId = await Director(scope.Db),
                }
            );
            await scope.Db.SaveChangesAsync();
        });
        return world;
    }

    private static Task Lose(World world, long account) =>
        world.UnitOfWork.Write(async scope =>
        {
            var lost = await scope.Db.ChannelAccounts.SingleAsync(row => row.AccountId == account);
            lost.UnreachableBecause = "blocked";
            await scope.Db.SaveChangesAsync();
        });

    private static Task<List<long>> ChatsOf(World world) =>
        world.Read(async db =>
            (
                await Postman.RowsFor(
                    db,
                    await Director(db),
                    Lane.Broadcast,
                    new OutgoingMessage { Id = world.Ids.Next() },
                    world.Clock.Now
                )
            )
                .Select(row => row.ChatId)
                .ToList()
        );

    private static Task<long> Director(CuratorBotDb db) =>
        db.ChannelAccounts.Where(row => row.AccountId == 1002).Select(row => row.PersonId).SingleAsync();
}
