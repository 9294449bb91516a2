using CuratorBot.Messaging;
using CuratorBot.People;
using CuratorBot.Reminders;
using CuratorBot.Schedule;
using CuratorBot.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CuratorBot.Tests.Reminders;

public sealed class ReminderSweepTests : SweepCase
{
    private ReminderSweep Sweep => World.Services.GetRequiredService<ReminderSweep>();

    [Fact]
    public async Task Sweeping_twice_is_sweeping_once()
    {
        await World.MoveClock(At("2022-01-18 09:00"));
        await World.Sweep();
        await World.Restart();
        await World.Sweep();
        Assert.Single(Heard(Director));
    }

    [Fact]
    public async Task Two_sweeps_at_the_same_time_remind_once()
    {
        World.Clock.Now = At("2022-01-28 09:00");
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Sweep.Run(World.Clock.Now)));
        await World.Settle();
        Assert.Single(Heard(Director));
        Assert.Single(Heard(Curator));
        Assert.Single(Heard(Coordinator));
    }

    [Fact]
    public async Task A_deadline_that_moved_after_planning_is_reminded_of_at_its_new_date_only()
    {
        await Change(async db => (await ObligationOf(db, "group3_task1")).DueOn = new DateOnly(2022, 2, 15));
        await World.MoveClock(At("2022-01-18 09:00"));
        Assert.Empty(Heard(Director));
        await World.MoveClock(At("2022-02-08 09:00"));
        Assert.Contains("через 7 дней, 15 февраля", Assert.Single(Heard(Director)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_deadline_that_moves_back_after_reminders_begins_its_stages_anew()
    {
        await World.MoveClock(At("2022-01-18 09:00"));
        await Change(async db =>
        {
            var obligation = await ObligationOf(db, "group3_task1");
            obligation.DueOn = new DateOnly(2022, 2, 15);
            await World.Services.GetRequiredService<ReminderPlan>().PlanFor(db, obligation, World.Clock.Now);
        });
        await World.MoveClock(At("2022-02-08 09:00"));
        Assert.Contains("15 февраля", Heard(Director)[^1], StringComparison.Ordinal);
        Assert.DoesNotContain(
            Heard(Director),
            text =>
                text.Contains("25 января\nОрганизация", StringComparison.Ordinal)
                && text != Heard(Director)[0]
        );
    }

    [Fact]
    public async Task Somebody_who_blocked_the_bot_is_passed_over_and_comes_back_at_the_next_stage()
    {
        await Block(Director, "blocked");
        await World.MoveClock(At("2022-01-18 09:00"));
        Assert.Empty(Heard(Director));
        var rows = await RowsOf(await PersonOf(Director));
        Assert.Contains(rows, row => row is { Stage: 7, State: ReminderState.Obsolete });

        await Block(Director, null);
        await World.MoveClock(At("2022-01-21 09:00"));
        Assert.Contains("через 4 дня", Assert.Single(Heard(Director)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_the_director_cannot_be_reached_a_teacher_hears_in_her_place()
    {
        await Block(Director, "blocked");
        await World.MoveClock(At("2022-01-18 09:00"));
        Assert.Contains("через 7 дней", Assert.Single(Heard(Teacher)), StringComparison.Ordinal);

        await Block(Director, null);
        await World.MoveClock(At("2022-01-21 09:00"));
        Assert.Single(Heard(Teacher));
    }

    [Fact]
    public async Task When_the_director_leaves_the_teachers_take_over()
    {
        await Revoke(Director, Role.Director);
        await World.MoveClock(At("2022-01-18 09:00"));
        Assert.Empty(Heard(Director));
        Assert.Single(Heard(Teacher));
    }

    [Fact]
    public async Task A_role_that_another_process_gave_is_planned_for_at_the_next_sweep()
    {
        await World.MoveClock(At("2022-01-17 12:00"));
        await Register(2001, Role.Director, "kuznetsk_sosh_10");
        await World.MoveClock(At("2022-01-21 09:00"));
        Assert.Contains("через 3 дня, 24 января", Assert.Single(Heard(2001)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_role_given_on_the_day_of_a_stage_is_told_the_same_day()
    {
        await World.MoveClock(At("2022-01-24 12:00"));
        await Register(2001, Role.Director, "kuznetsk_sosh_10");
        await World.Sweep();
        Assert.Contains("Срок сегодня, 24 января", Assert.Single(Heard(2001)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_is_reminded_at_nine_of_her_own_morning()
    {
        await Register(2001, Role.MunicipalCoordinator, municipality: "mariinskiy_okrug");
        await Register(2002, Role.Director, "kuznetsk_sosh_10");
        await Change(async db =>
        {
            var owed = db.Obligations.Where(row =>
                row.OwnerId == "mariinskiy_okrug" || row.OwnerId == "kuznetsk_sosh_10"
            );
            foreach (var row in await owed.ToListAsync())
                (row.Active, row.DueOn) = (true, new DateOnly(2022, 1, 25));
        });
        await World.MoveClock(At("2022-01-18 04:59"));
        Assert.Empty(Heard(2001));
        await World.MoveClock(At("2022-01-18 05:00"));
        Assert.Contains("через 7 дней, 25 января", Assert.Single(Heard(2001)), StringComparison.Ordinal);
        await World.MoveClock(At("2022-01-18 08:59"));
        Assert.Empty(Heard(2002));
        await World.MoveClock(At("2022-01-18 09:00"));
        Assert.Single(Heard(2002));
        Assert.Single(Heard(2001));
    }

    [Fact]
    public async Task Nobody_hears_of_what_was_closed_between_planning_and_sending()
    {
        await Change(async db => (await ObligationOf(db, "group3_task1")).DoneAt = World.Clock.Now);
        await World.MoveClock(At("2022-01-18 09:00"));
        Assert.Empty(Heard(Director));
        Assert.All(
            (await RowsOf(await PersonOf(Director))).Where(row => row.DueAt <= World.Clock.Now),
            row => Assert.Equal(ReminderState.Obsolete, row.State)
        );
    }

    [Fact]
    public async Task What_goes_wrong_with_one_person_does_not_keep_the_others_waiting()
    {
        await Change(async db =>
        {
            var reminder = await db.Reminders.FirstAsync(row => row.Stage == 7);
            db.Add(
                new Reminder
                {
                    Id = World.Ids.Next(),
                    PersonId = reminder.PersonId,
                    ObligationId = 404,
                    DueOn = reminder.DueOn,
                    Standing = Standing.Owner,
                    Stage = 7,
                    DueAt = World.Clock.Now,
                }
            );
        });
        await World.MoveClock(At("2022-01-21 09:00"));
        var heard = new[] { Director, Curator, Coordinator }.Count(account => Heard(account).Count > 0);
        Assert.Equal(2, heard);
        await Change(db => db.Reminders.Where(row => row.ObligationId == 404).ExecuteDeleteAsync());
        await World.MoveClock(At("2022-01-21 09:01"));
        Assert.All(new[] { Director, Curator, Coordinator }, account => Assert.Single(Heard(account)));
    }

    [Fact]
    public async Task The_next_reminder_is_the_earliest_that_is_planned()
    {
        await World.MoveClock(At("2022-01-17 12:00"));
        Assert.Equal(At("2022-01-18 09:00"), await Sweep.NextReminder(World.Clock.Now));
        await World.MoveClock(At("2022-01-18 09:00"));
        Assert.Equal(At("2022-01-21 09:00"), await Sweep.NextReminder(World.Clock.Now));
    }

    [Fact]
    public async Task A_digest_of_many_lines_shows_ten_and_sums_up_the_rest()
    {
        await World.MoveClock(At("2022-01-31 12:00"));
        var digest = World.Channel.Heard.Last(heard => heard.ChatId == Coordinator).Message;
        Assert.Contains("И ещё 1 срок: /debtors", digest.Text.Text, StringComparison.Ordinal);
        Assert.Equal(
            10,
            digest
                .Choices.SelectMany(row => row)
                .Count(choice => choice.Label.StartsWith("Готово", StringComparison.Ordinal))
        );
    }

    [Fact]
    public async Task After_an_outage_the_operator_gets_an_account()
    {
        await World.MoveClock(At("2022-01-18 09:00"));
        World.Clock.Now = At("2022-01-28 10:30");
        var account = await Sweep.Run(World.Clock.Now);
        Assert.Equal(4, account.Digests);
        Assert.True(account is { Sent: > 0, Obsolete: > 0 });
        Assert.Equal(new SweepAccount(0, 0, 0), await Sweep.Run(World.Clock.Now));
    }

    [Fact]
    public async Task A_task_with_a_ladder_of_its_own_is_reminded_of_by_that()
    {
        await Change(async db =>
        {
            await db.Reminders.ExecuteDeleteAsync();
            var task = await db.Tasks.SingleAsync(row => row.Id == "group3_task1");
            task.Ladder = new Ladder { Before = [2], Team = 1 };
            await db.SaveChangesAsync();
            await World.Services.GetRequiredService<ReminderPlan>().PlanAll(db, World.Clock.Now);
        });
        await World.MoveClock(At("2022-01-18 09:00"));
        Assert.Empty(Heard(Director));
        await World.MoveClock(At("2022-01-21 09:00"));
        Assert.Contains(
            "Срок через 4 дня, 25 января",
            Assert.Single(Heard(Director)),
            StringComparison.Ordinal
        );
        await World.MoveClock(At("2022-01-26 09:00"));
        Assert.Contains("Просрочено на 1 день", Assert.Single(Heard(Teacher)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Planning_everything_again_changes_nothing()
    {
        await World.MoveClock(At("2022-01-25 12:00"));
        var before = await World.Read(db => db.Reminders.CountAsync());
        await Change(db => World.Services.GetRequiredService<ReminderPlan>().PlanAll(db, World.Clock.Now));
        Assert.Equal(before, await World.Read(db => db.Reminders.CountAsync()));
    }

    private Task Block(long account, string? reason) =>
        World.UnitOfWork.Write(scope =>
        {
            scope.Messages.MarkUnreachable(World.Channel.Name, account, reason, World.Clock.Now);
            return Task.CompletedTask;
        });
}
