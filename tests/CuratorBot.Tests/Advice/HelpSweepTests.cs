using CuratorBot.Advice;
using CuratorBot.Condition;
using CuratorBot.Reminders;
using CuratorBot.Reminders.Daily;
using CuratorBot.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CuratorBot.Tests.Advice;

/// <summary>When people are reminded of requests that nobody answers, and how often.</summary>
public sealed class HelpSweepTests : HelpSweepCase
{
    [Fact]
    public async Task Two_looks_at_the_same_time_remind_once()
    {
        await Requests.Add(World);
        World.Clock.Now = World.Start.AddDays(1);
        var sweep = World.Services.GetRequiredService<HelpSweep>();

        await Task.WhenAll(sweep.Run(World.Clock.Now), sweep.Run(World.Clock.Now));
        await World.Settle();

        Assert.Single(Heard(Curator));
    }

    [Fact]
    public async Task At_night_nobody_is_reminded_and_in_the_morning_once_though_the_bot_began_anew()
    {
        await Requests.Add(World, askedAt: Moscow("2022-01-17 23:30"));
        await MoveTo("2022-01-18 23:30");
        await MoveTo("2022-01-19 05:00");
        Assert.Empty(Heard(Curator));
        Assert.Equal(1, await World.Read(db => db.HelpNudges.CountAsync()));

        await World.Restart();
        await MoveTo("2022-01-19 08:59");
        Assert.Empty(Heard(Curator));
        await MoveTo("2022-01-19 09:00");
        await MoveTo("2022-01-19 09:10");

        Assert.Single(Heard(Curator));
        Assert.Equal(0, await World.Read(db => db.HelpNudges.CountAsync()));
    }

    [Fact]
    public async Task Who_pauses_is_reminded_when_she_is_back()
    {
        await Requests.Add(World);
        await World.UnitOfWork.Write(async scope =>
            scope.Db.MorningWishes.Add(
                new MorningWish
                {
                    PersonId = await PersonOf(Curator),
                    Hour = 9,
                    PausedUntil = new DateOnly(2022, 1, 20),
                }
            )
        );

        await MoveTo("2022-01-19 12:00");
        Assert.Empty(Heard(Curator));
        await MoveTo("2022-01-20 09:00");

        Assert.Single(Heard(Curator));
    }

    [Fact]
    public async Task What_is_due_later_on_the_same_day_comes_along_in_one_message()
    {
        await Requests.Add(World, askedAt: Moscow("2022-01-17 10:00"));
        await Requests.Add(World, "kuznetsk_sosh_10", askedAt: Moscow("2022-01-17 15:00"));
        await MoveTo("2022-01-18 10:00");
        await MoveTo("2022-01-18 15:00");

        Assert.StartsWith(
            "🙋 Ждут ответа 2 просьбы",
            Assert.Single(Heard(Curator)),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Many_requests_come_in_one_message_and_those_beyond_ten_on_the_next_day()
    {
        for (var number = 1; number <= 12; number++)
            await Requests.Add(World, text: $"Просьба №{number}");

        await MoveTo("2022-01-18 10:00");
        await MoveTo("2022-01-18 18:00");
        var first = Assert.Single(Heard(Curator));
        Assert.StartsWith("🙋 Ждут ответа 10 просьб", first, StringComparison.Ordinal);
        await MoveTo("2022-01-19 10:00");

        Assert.StartsWith("🙋 Ждут ответа 2 просьбы", Heard(Curator)[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_goes_wrong_with_one_request_keeps_no_other_waiting_and_tells_the_log_nothing_of_it()
    {
        await World.UnitOfWork.Write(scope =>
            Task.FromResult(
                scope.Db.Add(
                    new HelpRequest
                    {
                        Id = World.Ids.Next(),
                        SchoolId = "nowhere",
                        Region = "",
                        AskedBy = 0,
                        AskedAt = World.Start.AddDays(-1),
                        RemindAt = World.Start,
                        Text = "Сокровенное",
                    }
                )
            )
        );
        await Requests.Add(World);

        await MoveTo("2022-01-18 10:00");

        Assert.Single(Heard(Curator));
        Assert.NotEmpty(World.Log.Holding(["failed and is put off"]));
        Assert.Empty(World.Log.Holding(["Сокровенное"]));
        Assert.Equal(
            "sweep:requests for help",
            Assert.Single(World.Services.GetRequiredService<Troubles>().Now).Part
        );
    }
}
