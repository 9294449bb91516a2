using CuratorBot.People;
using CuratorBot.Reminders;
using CuratorBot.Reminders.Outages;
using CuratorBot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Tests.Reminders;

/// <summary>The bot was down: who hears what afterwards, how fast, and what the operator is told.</summary>
public sealed class OutageTests : SweepCase
{
    [Fact]
    public async Task A_restart_of_a_few_minutes_is_no_outage()
    {
        await World.MoveClock(At("2022-01-18 08:50"));
        await World.BeDownUntil(At("2022-01-18 09:04"));
        Assert.Single(Heard(Director));
        Assert.Empty(await Outages());
    }

    [Fact]
    public async Task An_outage_in_which_nothing_was_due_is_told_to_nobody()
    {
        await World.MoveClock(At("2022-01-18 12:00"));
        await World.BeDownUntil(At("2022-01-19 12:00"));
        Assert.Empty(await Outages());
        Assert.Empty(Heard(Region));
    }

    [Fact]
    public async Task Who_comes_back_at_night_waits_for_the_morning_and_the_account_for_the_end()
    {
        await World.MoveClock(At("2022-01-17 12:00"));
        await World.BeDownUntil(At("2022-01-27 23:00"));
        foreach (var time in new[] { "27 23:10", "28 03:00", "28 08:59" })
            await World.MoveClock(At($"2022-01-{time}"));
        Assert.Empty(World.Channel.Heard);
        await World.MoveClock(At("2022-01-28 09:00"));
        Assert.Empty(Heard(Region));
        for (var look = 1; look < 4; look++)
            await World.MoveClock(At("2022-01-28 09:00").AddSeconds(10 * look));
        Assert.All(new[] { Director, Curator, Coordinator, Teacher }, one => Assert.Single(Heard(one)));
        Assert.StartsWith(
            "Бот не работал с 12:00 17 января до 23:00 27 января.",
            Assert.Single(Heard(Region)),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task The_account_adds_up_and_is_given_once()
    {
        await World.MoveClock(At("2022-01-17 12:00"));
        await Close("group3_task1");
        await World.BeDownUntil(At("2022-01-28 10:30"));
        for (var look = 0; look < 5; look++)
        {
            await World.Sweep();
            await World.Restart();
        }
        var outage = Assert.Single(await Outages());
        Assert.NotNull(outage.ToldAt);
        // The director, two colleagues, and the coordinator for the school and for her town.
        Assert.Equal((4, 5), (outage.Digests, outage.Obsolete));
        Assert.Equal(outage.Missed - outage.Obsolete, await ToldLines());
        Assert.Contains("Устарело 5 напоминаний", Assert.Single(Heard(Region)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_account_waits_for_the_daytime_of_everybody_who_gets_it()
    {
        await Register(2001, Role.RegionalCoordinator, region: "Кемеровская область — Кузбасс");
        await World.MoveClock(At("2022-01-17 12:00"));
        await World.BeDownUntil(At("2022-01-27 18:00")); // 22:00 in Kuzbass
        for (var look = 1; look < 4; look++)
            await World.MoveClock(At("2022-01-27 18:00").AddSeconds(10 * look));
        Assert.NotEmpty(Heard(Director));
        Assert.Empty(Heard(Region));
        await World.MoveClock(At("2022-01-28 04:59"));
        Assert.Empty(Heard(2001));
        await World.MoveClock(At("2022-01-28 08:00"));
        Assert.Single(Heard(Region));
        Assert.Contains("до 22:00 27 января", Assert.Single(Heard(2001)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_had_asked_for_a_pause_has_missed_nothing()
    {
        await World.MoveClock(At("2022-01-17 12:00"));
        await Wish(Director, wish => wish.PausedUntil = new DateOnly(2022, 2, 7));
        await World.BeDownUntil(At("2022-01-28 10:30"));
        for (var look = 0; look < 4; look++)
            await World.Sweep();
        Assert.Empty(Heard(Director));
        var outage = Assert.Single(await Outages());
        Assert.NotNull(outage.ToldAt);
        Assert.Equal(3, outage.Digests);
    }

    [Fact]
    public async Task The_nearest_deadline_goes_first_and_few_of_one_town_at_a_time()
    {
        const string town = "kuznetsk";
        for (var account = 2001; account <= 2006; account++)
            await Register(account, Role.MunicipalCoordinator, municipality: town);
        await Register(2007, Role.Director, "reshetino_sosh");
        await World.MoveClock(At("2022-01-17 12:00"));
        await Change(async db =>
            (await ObligationOf(db, "group1_task1", "reshetino_sosh")).DueOn = new(2022, 1, 28)
        );
        await World.BeDownUntil(At("2022-01-28 10:30"));
        var looks = new List<int>();
        for (var look = 0; look < 8; look++)
        {
            var before = World.Channel.Heard.Count;
            await World.Sweep();
            looks.Add(World.Channel.Heard.Skip(before).Count(heard => heard.ChatId != Region));
        }
        var order = World.Channel.Heard.Select(heard => heard.ChatId).ToList();
        Assert.All(looks, told => Assert.InRange(told, 0, 2));
        Assert.Contains(2007, order.Take(3));
        Assert.Equal(Teacher, order.Last(account => account != Region)); // hers are all overdue
        Assert.Equal(11, order.Where(account => account != Region).Distinct().Count());
        Assert.Equal(order.Count, order.Distinct().Count());
    }

    private Task<List<Outage>> Outages() => World.Read(db => db.Outages.AsNoTracking().ToListAsync());

    private Task<int> ToldLines() => World.Read(db => db.ReminderCards.CountAsync());

    /// <summary>By nobody in particular, while the bot is away.</summary>
    private Task Close(string task) =>
        Change(async db =>
        {
            foreach (var row in await db.Obligations.Where(row => row.TaskId == task).ToListAsync())
                row.DoneAt = World.Clock.Now;
        });
}
