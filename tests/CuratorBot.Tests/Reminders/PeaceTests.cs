using CuratorBot.Conversations.Turns;
using CuratorBot.Data;
using CuratorBot.Messaging;
using CuratorBot.Messaging.Sending;
using CuratorBot.People;
using CuratorBot.Reminders;
using CuratorBot.Tests.Support;
using CuratorBot.Texts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CuratorBot.Tests.Reminders;

/// <summary>When people are left in peace, and clocks and deadlines that move under the sweep.</summary>
public sealed class PeaceTests : SweepCase
{
    private const string Survey = "group3_task1";

    private ReminderPlan Plan => World.Services.GetRequiredService<ReminderPlan>();

    [Fact]
    public async Task On_a_day_off_she_hears_only_what_does_not_wait_for_the_next_working_morning()
    {
        await MoveDeadline(Survey, "2022-01-23");
        await World.MoveClock(At("2022-01-20 12:00"));
        var before = Heard(Director).Count;
        await BeDown("2022-01-22 10:00");
        var told = Assert.Single(Heard(Director).Skip(before));
        Assert.Contains("Срок завтра, 23 января", told, StringComparison.Ordinal);
        Assert.DoesNotContain("28 января", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_has_had_her_message_today_hears_the_rest_tomorrow()
    {
        await World.MoveClock(At("2022-01-18 09:00"));
        await MoveDeadline("group3_task3", "2022-01-21");
        await World.MoveClock(At("2022-01-18 12:00"));
        Assert.Single(Heard(Director));
        await World.MoveClock(At("2022-01-19 09:00"));
        Assert.Contains("Срок через 2 дня, 21 января", Heard(Director)[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_deadline_of_today_is_told_today_even_to_one_who_has_had_her_message()
    {
        await World.MoveClock(At("2022-01-18 09:00"));
        await MoveDeadline("group3_task3", "2022-01-18");
        await World.MoveClock(At("2022-01-18 12:00"));
        Assert.Contains("Срок сегодня, 18 января", Heard(Director)[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_clock_that_goes_back_an_hour_or_a_day_tells_nobody_twice()
    {
        foreach (var time in new[] { "18 09:00", "18 08:00", "18 09:00", "17 09:00", "18 09:00", "18 10:00" })
            await World.MoveClock(At($"2022-01-{time}"));
        Assert.Single(Heard(Director));
    }

    [Fact]
    public async Task A_clock_that_jumps_a_day_ahead_tells_once_what_matters_and_speaks_of_no_outage()
    {
        await World.MoveClock(At("2022-01-17 12:00"));
        await World.MoveClock(At("2022-01-19 12:00"));
        Assert.Contains("Срок через 6 дней", Assert.Single(Heard(Director)), StringComparison.Ordinal);
        Assert.Empty(Heard(Region));
    }

    /// <summary>The rules of the zone of a town change: earlier than her hour nobody is told.</summary>
    [Theory]
    [InlineData("Europe/Kaliningrad", "2022-01-18 10:00")]
    [InlineData("Europe/Samara", "2022-01-18 09:00")]
    public async Task When_the_time_of_a_town_changes_its_people_hear_at_their_new_hour(
        string zone,
        string first
    )
    {
        await World.MoveClock(At("2022-01-17 12:00"));
        await Change(async db =>
            (await db.Municipalities.SingleAsync(row => row.Id == "kuznetsk")).TimeZone = zone
        );
        await World.MoveClock(At(first).AddMinutes(-1));
        Assert.Empty(Heard(Director));
        await World.MoveClock(At(first));
        Assert.Single(Heard(Director));
    }

    [Fact]
    public async Task A_regional_coordinator_hears_in_the_morning_of_her_region()
    {
        await Register(2001, Role.RegionalCoordinator, region: "Кемеровская область — Кузбасс");
        await Change(async db =>
            (await ObligationOf(db, "concept_documents_upload", "tyumenevskaya_oosh")).DueOn = new(
                2022,
                1,
                17
            )
        );
        await World.MoveClock(At("2022-01-17 12:00"));
        await World.MoveClock(At("2022-01-31 04:59"));
        Assert.Empty(Heard(2001));
        await World.MoveClock(At("2022-01-31 05:00"));
        Assert.Contains("Просрочено на 14 дней", Assert.Single(Heard(2001)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_pauses_is_left_in_peace_and_nobody_else_hears_in_her_place()
    {
        await Wish(Director, wish => wish.PausedUntil = new DateOnly(2022, 1, 25));
        foreach (var day in new[] { "18", "21", "24" })
            await World.MoveClock(At($"2022-01-{day} 09:00"));
        Assert.Empty(Heard(Director));
        Assert.Empty(Heard(Teacher));
        await World.MoveClock(At("2022-01-25 09:00"));
        Assert.Contains("Срок сегодня, 25 января", Assert.Single(Heard(Director)), StringComparison.Ordinal);
    }

    /// <summary>Both at once, many times: what is told of the old date was told before it moved.</summary>
    [Fact]
    public async Task A_deadline_that_moves_while_the_sweep_runs_is_told_of_the_date_that_it_had()
    {
        var sweep = World.Services.GetRequiredService<ReminderSweep>();
        var (day, id) = (new DateOnly(2022, 1, 18), (await World.Read(db => ObligationOf(db, Survey))).Id);
        for (var race = 0; race < 40; race++, day = Plan.Calendar.Shift(day, 1))
        {
            var (before, after) = (day.AddDays(7), day.AddDays(40 + race));
            await MoveDeadline(Survey, $"{before:yyyy-MM-dd}");
            World.Clock.Now = At($"{day:yyyy-MM-dd} 09:00");
            await Task.WhenAll(sweep.Run(World.Clock.Now), MoveDeadline(Survey, $"{after:yyyy-MM-dd}"));
            await World.Settle();
            var rows = (await RowsOf(await PersonOf(Director))).Where(row => row.ObligationId == id).ToList();
            Assert.All(
                rows.Where(row => row.State == ReminderState.Planned),
                row => Assert.Equal(after, row.DueOn)
            );
            var told = rows.Any(row => row.DueOn == before && row.State == ReminderState.Sent);
            Assert.Equal(
                told,
                Heard(Director)
                    .Any(text =>
                        text.Contains($"{RussianDates.Show(before)}\nОрганизация", StringComparison.Ordinal)
                    )
            );
        }
    }

    [Fact]
    public async Task A_reminder_that_still_waits_to_be_sent_when_its_deadline_moves_ends_up_with_the_new_date()
    {
        var isDown = true;
        World.Channel.Refuse = (_, _) =>
            isDown ? new DeliveryOutcome.RetryAfter(TimeSpan.FromMilliseconds(50)) : null;
        World.Clock.Now = At("2022-01-18 09:00");
        await World.Services.GetRequiredService<ReminderSweep>().Run(World.Clock.Now);
        await MoveDeadline(Survey, "2022-02-15");
        await Redraw(Survey);
        isDown = false;
        await World.Settle();
        var card = World.Channel.Shown.Single(shown => shown.Key.Chat == Director).Value;
        Assert.StartsWith(
            "Срок перенесён: был 25 января, теперь 15 февраля",
            card.Text.Text,
            StringComparison.Ordinal
        );
    }

    private async Task BeDown(string until) => await World.BeDownUntil(At(until));

    private Task MoveDeadline(string task, string dueOn) =>
        Change(async db =>
        {
            var obligation = await ObligationOf(db, task);
            obligation.DueOn = DateOnly.ParseExact(dueOn, "yyyy-MM-dd");
            await db.SaveChangesAsync();
            await Plan.PlanFor(db, obligation, World.Clock.Now);
        });

    /// <summary>As a turn does that moves a deadline.</summary>
    private async Task Redraw(string task)
    {
        var (services, director) = (World.Services, await PersonOf(Director));
        await World.UnitOfWork.Write(async scope =>
        {
            var turn = new TurnContext(
                () => scope.Db,
                services.GetRequiredService<TextCatalogue>(),
                World.Ids,
                World.Clock,
                World.Catalogue
            )
            {
                Message = new Phone(World, Region).Message(),
                Known = await PeopleDirectory.Read(scope.Db, World.Channel.Name, Region),
                Revision = 0,
            };
            var edits = await services
                .GetRequiredService<Cards>()
                .Redraw(turn, [(await ObligationOf(scope.Db, task)).Id]);
            foreach (var edit in edits.Deliveries.Where(edit => edit.PersonId == director))
                Postman.Send(
                    scope,
                    services.GetRequiredService<Outbox>(),
                    await Postman.RowsFor(scope.Db, director, edit.Lane, edit.Message, World.Clock.Now)
                );
        });
    }
}
