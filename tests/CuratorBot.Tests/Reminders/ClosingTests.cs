using CuratorBot.People;
using CuratorBot.Schedule;
using CuratorBot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Tests.Reminders;

public sealed class ClosingTests : SweepCase
{
    [Fact]
    public async Task A_director_who_was_dismissed_closes_nothing_with_an_old_button()
    {
        await World.MoveClock(At("2022-01-18 09:00"));
        await Revoke(Director, Role.Director);
        await new Phone(World, Director).Presses("Готово");
        AssertTakenForAStranger(Director);
        Assert.True(await World.Read(async db => (await ObligationOf(db, "group3_task1")).IsOpen));
    }

    [Theory]
    [InlineData("2022-01-26", false)] // one day overdue
    [InlineData("2022-01-27", true)]
    public async Task A_colleague_may_close_it_once_the_ladder_has_called_her(string today, bool mayClose)
    {
        await Register(2001, Role.Observer, School);
        var may = await World.Read(async db =>
        {
            var obligation = await ObligationOf(db, "group3_task1");
            var owners = await Owners.Of(db, [obligation]);
            var (teacher, observer) = (
                await PeopleDirectory.Read(db, World.Channel.Name, Teacher),
                await PeopleDirectory.Read(db, World.Channel.Name, 2001)
            );
            var day = DateOnly.ParseExact(today, "yyyy-MM-dd");
            return (owners.MayClose(teacher!, obligation, day), owners.MayClose(observer!, obligation, day));
        });
        Assert.Equal((mayClose, false), may);
    }

    [Fact]
    public async Task A_button_pressed_from_a_foreign_chat_is_stale()
    {
        await World.MoveClock(At("2022-01-18 09:00"));
        var press = new Phone(World, Director).Press("Готово");
        await World.Receive(new Phone(World, Stranger).PressData(press.Pressed!));
        Assert.StartsWith(
            "Эта кнопка уже не действует",
            World.Channel.Toasts.Last().Toast,
            StringComparison.Ordinal
        );
        Assert.True(await World.Read(async db => (await ObligationOf(db, "group3_task1")).IsOpen));
    }

    [Fact]
    public async Task Two_taps_and_two_people_close_once_and_the_first_one_stays()
    {
        await World.MoveClock(At("2022-01-26 09:00"));
        var director = new Phone(World, Director).Press("Готово: 1");
        var coordinator = new Phone(World, Coordinator);
        await World.Accept(director);
        await World.Accept(director with { PressId = "again" });
        await World.Settle();
        var first = await World.Read(db => ObligationOf(db, "group3_task1"));

        await coordinator.Says("/tasks");
        Assert.Equal(await PersonOf(Director), first.DoneBy);
        Assert.Equal(new DateOnly(2022, 1, 26), first.DoneOn);
        Assert.Single(Heard(Director), text => text.StartsWith("Записано", StringComparison.Ordinal));
        Assert.Equal(
            "Уже отмечено: сдано 26 января, Иван Образцов-Царевич.",
            World.Channel.Toasts.Last().Toast
        );
    }

    [Fact]
    public async Task A_card_that_is_still_on_its_way_is_edited_after_it_arrived()
    {
        await World.MoveClock(At("2022-01-18 09:00"));
        await new Phone(World, Director).Presses("Готово");
        var cards = World.Channel.Shown.Values.Where(message => message.Text.Text.StartsWith('✅')).ToList();
        Assert.Empty(Assert.Single(cards).Choices);
    }

    [Fact]
    public async Task Tomorrow_never_moves_the_deadline_and_is_planned_once()
    {
        await World.MoveClock(At("2022-01-18 09:00"));
        var phone = new Phone(World, Director);
        for (var tap = 0; tap < 3; tap++)
            await phone.Presses("Напомнить завтра");
        var rows = await RowsOf(await PersonOf(Director));
        var repeated = Assert.Single(rows, row => row.Repeat > 0);
        Assert.Equal(At("2022-01-19 09:00"), repeated.DueAt);
        Assert.Equal(
            new DateOnly(2022, 1, 25),
            await World.Read(async db => (await ObligationOf(db, "group3_task1")).DueOn)
        );
    }

    [Fact]
    public async Task Tomorrow_can_be_asked_for_again_the_next_day_and_falls_together_with_a_stage()
    {
        await World.MoveClock(At("2022-01-18 09:00"));
        var phone = new Phone(World, Director);
        foreach (var day in new[] { "2022-01-19", "2022-01-20", "2022-01-21", "2022-01-24" })
        {
            await phone.Presses("Напомнить завтра");
            await World.MoveClock(At($"{day} 09:00"));
        }
        var reminded = Heard(Director).Where(text => text.Contains("Организация", StringComparison.Ordinal));
        Assert.Equal(5, reminded.Count());
    }

    [Fact]
    public async Task Only_a_regional_coordinator_confirms_a_date()
    {
        await World.Receive(new Phone(World, 1005).Message() with { Text = "/schedule" });
        var press = new Phone(World, 1005).Press("Подтвердить дату: 28 июня");
        var region = await PersonOf(1005);
        await Change(async db =>
            (await db.RoleAssignments.SingleAsync(row => row.PersonId == region)).RevokedAt = World.Clock.Now
        );
        await World.Receive(press);
        AssertTakenForAStranger(1005);
        Assert.Null(
            await World.Read(db =>
                db.Tasks.Where(task => task.Id == "documents_expertise_all_levels")
                    .Select(task => task.ConfirmedAt)
                    .SingleAsync()
            )
        );
    }

    private void AssertTakenForAStranger(long account)
    {
        var heard = World.Channel.Heard.Last();
        Assert.Equal(account, heard.ChatId);
        Assert.EndsWith("сначала представьтесь: /start", heard.Message.Text.Text, StringComparison.Ordinal);
    }
}
