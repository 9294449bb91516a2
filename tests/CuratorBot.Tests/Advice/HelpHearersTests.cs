using CuratorBot.People;
using CuratorBot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Tests.Advice;

/// <summary>Who hears of requests that nobody answers.</summary>
public sealed class HelpHearersTests : HelpSweepCase
{
    [Fact]
    public async Task The_helper_hears_twice_then_the_coordinator_once_and_then_nobody_any_more()
    {
        await Requests.Add(World);
        for (var day = 18; day <= 31; day++)
            await MoveTo($"2022-01-{day} 12:00");

        Assert.Equal(2, Heard(Curator).Count);
        var told = Assert.Single(Heard(Coordinator));
        Assert.Contains("Кому ещё отправлена: Варвара Примерова", told, StringComparison.Ordinal);
        Assert.Empty(Heard(Region));
    }

    [Fact]
    public async Task Where_the_coordinator_herself_helps_the_region_is_told()
    {
        await Revoke(Role.Curator);
        await Requests.Add(World);
        for (var day = 18; day <= 24; day++)
            await MoveTo($"2022-01-{day} 12:00");

        Assert.Empty(Heard(Curator));
        Assert.Equal(2, Heard(Coordinator).Count);
        Assert.Contains("Марья Искусницына", Assert.Single(Heard(Region)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_nobody_helps_at_all_whoever_comes_later_is_told()
    {
        await Revoke(Role.Curator, Role.MunicipalCoordinator, Role.RegionalCoordinator);
        await Requests.Add(World);
        await MoveTo("2022-01-18 12:00");
        await CuratorBot.Tests.People.Newcomers.AddCoordinator(World, 2001, "Новая Метла", "kuznetsk");
        await MoveTo("2022-01-20 12:00");

        Assert.Single(Heard(2001));
    }

    [Fact]
    public async Task Whoever_helps_no_more_is_not_reminded_of_what_was_noted_for_her()
    {
        await Requests.Add(World, askedAt: Moscow("2022-01-17 23:30"));
        await MoveTo("2022-01-18 23:30");
        await Revoke(Role.Curator);
        await MoveTo("2022-01-19 09:00");

        Assert.Empty(Heard(Curator));
        Assert.Equal(0, await World.Read(db => db.HelpNudges.CountAsync()));
    }

    [Fact]
    public async Task Whom_no_message_reaches_is_not_reminded_and_leaves_no_card()
    {
        await Requests.Add(World, askedAt: Moscow("2022-01-17 23:30"));
        await MoveTo("2022-01-18 23:30");
        await World.UnitOfWork.Write(async scope =>
            (await scope.Db.ChannelAccounts.SingleAsync(row => row.AccountId == Curator)).UnreachableBecause =
                "blocked"
        );
        await MoveTo("2022-01-19 09:00");

        Assert.Empty(Heard(Curator));
        Assert.Equal(0, await World.Read(db => db.HelpCards.CountAsync()));
    }
}
