using CuratorBot.People;
using CuratorBot.Reminders;
using CuratorBot.Schedule;
using CuratorBot.Tasks.Editing;
using CuratorBot.Tests.People;
using CuratorBot.Tests.Reminders;
using CuratorBot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Tests.Schedule;

public sealed class EditingTests : SweepCase
{
    private const string Penza = "Пензенская область";
    private const string Survey = "group3_task1";

    [Fact]
    public async Task A_coordinator_of_one_region_does_not_change_what_other_regions_owe_too()
    {
        await OpenFirstTask(Region);
        await LeadsOnlyPenza(Region);
        await new Phone(World, Region).Presses("📅 Перенести срок");
        Assert.Empty(await World.Read(db => db.Sessions.ToListAsync()));
        Assert.StartsWith("Этот срок общий", World.Channel.Toasts.Last().Toast, StringComparison.Ordinal);
        await OpenFirstTask(Region);
        Assert.DoesNotContain("📅 Перенести срок", ButtonsOf(Region));
    }

    [Fact]
    public async Task Whoever_no_longer_leads_the_country_does_not_move_by_a_form_that_is_open()
    {
        await Move("24.02", stopBefore: "Перенести");
        var send = new Phone(World, Region).Press("Перенести");
        await LeadsOnlyPenza(Region);
        await World.Receive(send);
        Assert.Equal(new DateOnly(2022, 1, 25), (await World.Read(db => ObligationOf(db, Survey))).DueOn);
        Assert.StartsWith("Этот срок общий", Heard(Region)[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_task_of_a_municipality_is_owed_and_seen_there_alone()
    {
        await AddForKuznetsk();
        var (owed, seen) = await World.Read(async db =>
        {
            var task = await db.Tasks.SingleAsync(row => row.MunicipalityId == "kuznetsk");
            var owners = await db.Obligations.Where(row => row.TaskId == task.Id).ToListAsync();
            return (owners, task);
        });
        Assert.Equal(["kuznetsk_sosh_10", "kuznetsk_sosh_3"], owed.Select(row => row.OwnerId).Order());
        Assert.Equal(Penza, seen.Region);
        await Newcomers.AddCoordinator(World, 2002, "Мальвина Синеглазова", "penza");
        await new Phone(World, 2002).Says("/schedule");
        Assert.DoesNotContain("Открытые уроки", Heard(2002)[^1], StringComparison.Ordinal);
        await new Phone(World, Director).Says("/schedule");
        Assert.Contains("Открытые уроки", Heard(Director)[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_lost_her_role_meanwhile_changes_nothing()
    {
        await OpenFirstTask(Coordinator);
        await AddForKuznetsk(stopBefore: "Добавить");
        var send = new Phone(World, Coordinator).Press("Добавить");
        await Revoke(Coordinator, Role.MunicipalCoordinator);
        await World.Receive(send);
        Assert.False(await World.Read(db => db.Tasks.AnyAsync(row => row.Region != null)));
    }

    [Fact]
    public async Task On_time_late_overdue_and_not_required_are_counted_apart()
    {
        await Change(async db =>
        {
            var rows = await db
                .Obligations.Where(row => row.TaskId == Survey && row.OwnerKind == OwnerKind.School)
                .OrderBy(row => row.Id)
                .ToListAsync();
            rows[0].End(Outcome.Done, 1, At("2022-01-25 23:00"));
            rows[1].End(Outcome.Done, 1, At("2022-01-26 00:30"));
            rows[2].End(Outcome.Excused, 1, At("2022-01-24 10:00"));
            rows[3].End(Outcome.Cancelled, 1, At("2022-01-24 10:00"));
            rows[4].End(Outcome.Done, 1, At("2022-01-24 10:00"));
            rows[4].DoneOn = null;
        });
        var scope = new Scope([new HeldRole(Role.RegionalCoordinator, null, null, null)]);
        var tally = await World.Read(async db =>
            TaskTally
                .ByKind(await TaskTally.Read(db, Survey, scope, At("2022-01-26 10:00")))
                .Single(one => one.Kind == OwnerKind.School)
        );
        Assert.Equal(
            (14 - 2, 3, 1, 1, 9, 1),
            (tally.Expected, tally.Received, tally.OnTime, tally.Late, tally.Overdue, tally.Excused)
        );
    }

    /// <summary>
    /// The sweep and the press come at the same time, in whichever order the one writer takes them: the chat
    /// ends up with the new date, and nothing is planned by the old one.
    /// </summary>
    [Fact]
    public async Task A_deadline_moved_while_its_reminder_goes_out_is_told_with_its_new_date()
    {
        for (var round = 0; round < 8; round++)
        {
            await using var world = await World.Open();
            var region = new Phone(world, Region);
            await new Transcript(world).Play([
                "@ region",
                "> /schedule",
                "> [📂 Открыть задачу]",
                "> [Дальше ›]",
                "> [9]",
                "> [📅 Перенести срок]",
                "> [Всем, на один день]",
                "> 24.02",
            ]);
            world.Clock.Now = At("2022-01-18 09:00");
            var move = region.Press("Перенести");
            var acts = new Func<Task>[] { () => world.Sweep(), () => world.Receive(move) };
            await Task.WhenAll((round % 2 == 0 ? acts : acts.Reverse()).Select(Task.Run));
            await world.Sweep();
            var shown = world
                .Channel.Shown.Where(pair => pair.Key.Chat == Director)
                .Select(pair => pair.Value.Text.Text);
            Assert.DoesNotContain(
                shown,
                text => text.Contains("Срок через 7 дней, 25", StringComparison.Ordinal)
            );
            var stale = await world.Read(db =>
                (
                    from reminder in db.Reminders
                    join owed in db.Obligations on reminder.ObligationId equals owed.Id
                    where reminder.State == ReminderState.Planned && reminder.DueOn != owed.DueOn
                    select reminder
                ).CountAsync()
            );
            Assert.Equal(0, stale);
        }
    }

    [Fact]
    public async Task What_was_done_late_becomes_timely_by_a_later_date_and_never_late_by_an_earlier_one()
    {
        await World.MoveClock(At("2022-01-26 09:00"));
        await new Phone(World, Director).Presses("Готово: 1");
        await Move("10.02");
        Assert.Equal(new DateOnly(2022, 2, 10), (await World.Read(db => ObligationOf(db, Survey))).DueOn);
        await Move("27.01");
        Assert.Equal(new DateOnly(2022, 2, 10), (await World.Read(db => ObligationOf(db, Survey))).DueOn);
        var open = await World.Read(db =>
            db.Obligations.FirstAsync(row =>
                row.TaskId == Survey && row.DoneAt == null && row.OwnerKind == OwnerKind.School
            )
        );
        Assert.Equal(new DateOnly(2022, 1, 27), open.DueOn);
    }

    [Fact]
    public async Task A_date_that_is_moved_away_and_back_is_reminded_of_as_if_nothing_had_been()
    {
        await Move("24.02");
        await Move("25.01");
        await World.MoveClock(At("2022-01-18 09:00"));
        Assert.StartsWith("Срок через 7 дней, 25 января", Heard(Director)[^1], StringComparison.Ordinal);
    }

    private async Task LeadsOnlyPenza(long account)
    {
        var person = await PersonOf(account);
        await Revoke(account, Role.RegionalCoordinator);
        await Change(db =>
        {
            db.Add(
                new RoleAssignment
                {
                    Id = World.Ids.Next(),
                    PersonId = person,
                    Role = Role.RegionalCoordinator,
                    Region = Penza,
                    GrantedAt = World.Clock.Now,
                }
            );
            return Task.CompletedTask;
        });
    }

    private Task Move(string date, string? stopBefore = null)
    {
        string[] lines =
        [
            "@ region",
            "> /schedule",
            "> [📂 Открыть задачу]",
            "> [Дальше ›]",
            "> [9]",
            "> [📅 Перенести срок]",
            "> [Школам]",
            $"> {date}",
            "> [Перенести]",
        ];
        return new Transcript(World).Play(lines.TakeWhile(line => line != $"> [{stopBefore}]"));
    }

    private async Task AddForKuznetsk(string? stopBefore = null)
    {
        string[] lines =
        [
            "@ coordinator",
            "> /schedule",
            "> [➕ Добавить задачу]",
            "> Открытые уроки до 20.02",
            "> [Школы]",
            "> [Ничем]",
            "> [Добавить]",
        ];
        await new Transcript(World).Play(lines.TakeWhile(line => line != $"> [{stopBefore}]"));
    }

    private async Task OpenFirstTask(long account)
    {
        var phone = new Phone(World, account);
        await phone.Says("/schedule");
        await phone.Presses("📂 Открыть задачу");
        await phone.Presses("1");
    }

    private List<string> ButtonsOf(long account) =>
        [
            .. World
                .Channel.Shown.Where(pair => pair.Key.Chat == account)
                .OrderByDescending(pair => pair.Key.Message)
                .First()
                .Value.Choices.SelectMany(row => row)
                .Select(choice => choice.Label),
        ];
}
