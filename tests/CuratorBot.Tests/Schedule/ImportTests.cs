using CuratorBot.People;
using CuratorBot.Schedule;
using CuratorBot.Schedule.Calendar;
using CuratorBot.Tasks.Import;
using CuratorBot.Tests.Reminders;
using CuratorBot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Tests.Schedule;

public sealed class ImportTests : SweepCase
{
    private const string Moved = """
        (таблица График.xlsx) Код | Задача | Школам до\ngroup3_task1 | Анкетирование школ | 31.01.2022
        """;

    [Fact]
    public async Task What_changed_since_the_preview_is_shown_anew_and_nothing_is_applied()
    {
        await Play($"> {Moved}");
        await Change(async db =>
            (await db.Tasks.SingleAsync(row => row.Id == "group3_task1")).DueOnForSchools = new DateOnly(
                2022,
                1,
                27
            )
        );
        await Play("> [✅ Применить]");
        Assert.Equal(
            new DateOnly(2022, 1, 25),
            (await World.Read(db => ObligationOf(db, "group3_task1"))).DueOn
        );
        Assert.Contains("27 января → 31 января", Heard(Region)[^1], StringComparison.Ordinal);
        await Play("> [✅ Применить]");
        Assert.Equal(
            new DateOnly(2022, 1, 31),
            (await World.Read(db => ObligationOf(db, "group3_task1"))).DueOn
        );
    }

    [Fact]
    public async Task Whoever_lost_her_role_since_the_preview_applies_nothing()
    {
        await Play($"> {Moved}");
        var apply = new Phone(World, Region).Press("✅ Применить");
        var person = await PersonOf(Region);
        await Revoke(Region, Role.RegionalCoordinator);
        await Change(db =>
        {
            db.Add(
                new RoleAssignment
                {
                    Id = World.Ids.Next(),
                    PersonId = person,
                    Role = Role.MunicipalCoordinator,
                    MunicipalityId = "kuznetsk",
                    GrantedAt = World.Clock.Now,
                }
            );
            return Task.CompletedTask;
        });
        await World.Receive(apply);
        Assert.Equal(
            new DateOnly(2022, 1, 25),
            (await World.Read(db => ObligationOf(db, "group3_task1"))).DueOn
        );
        Assert.Contains("эту задачу меняет координатор", Heard(Region)[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_a_new_file_nobody_is_told_of_a_deadline_that_is_no_more()
    {
        await Play(
            "> (таблица График.xlsx) Код | Задача | Школам до | Муниципалитетам до | Снять\\ngroup3_task1 | Анкетирование школ | 25.02.2022 | |\\ngroup3_task2 | Анкетирование кураторов | | | да",
            "> [✅ Применить]"
        );
        foreach (var day in new[] { "18", "21", "24", "25", "26", "27", "28", "31" })
            await World.MoveClock(At($"2022-01-{day} 09:00"));
        foreach (var account in new[] { Director, Curator, Teacher, Coordinator })
            Assert.DoesNotContain(
                Heard(account),
                text => text.Contains("Анкетирование", StringComparison.Ordinal)
            );
        await World.MoveClock(At("2022-02-18 09:00"));
        Assert.Contains(
            "Срок через 7 дней, 25 февраля\nАнкетирование школ",
            Heard(Director)[^1],
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_file_that_is_gone_is_asked_for_again()
    {
        await Play($"> {Moved}");
        Directory.Delete(World.DataDirectory, recursive: true);
        await Play("> [✅ Применить]");
        Assert.Contains("Пришлите файл ещё раз", Heard(Region)[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_deadline_that_a_kind_of_owner_loses_can_be_given_back()
    {
        await Play(
            "> (таблица 1.xlsx) Код | Задача | Школам до | Муниципалитетам до\\ngroup3_task1 | Анкетирование школ | 25.01.2022 |",
            "> [✅ Применить]",
            "> (таблица 2.xlsx) Код | Задача | Школам до | Муниципалитетам до | Региону до\\ngroup3_task1 | Анкетирование школ | 25.01.2022 | 04.02.2022 | 07.02.2022",
            "> [✅ Применить]"
        );
        var owed = await World.Read(db =>
            db.Obligations.Where(row => row.TaskId == "group3_task1" && row.OwnerKind != OwnerKind.School)
                .ToListAsync()
        );
        Assert.All(owed, row => Assert.True(row.IsOpen));
        Assert.Equal(12, owed.Count(row => row.DueOn == new DateOnly(2022, 2, 4)));
        Assert.Equal(
            ["Пензенская область"],
            owed.Where(row => row.DueOn == new DateOnly(2022, 2, 7)).Select(row => row.OwnerId)
        );
    }

    [Theory]
    [InlineData("2022-01-25", "2023-01-25")]
    [InlineData("2022-01-28", "2023-01-30")] // a Saturday
    [InlineData("2021-12-31", "2023-01-09")] // a Saturday before the holidays
    [InlineData("2022-05-08", "2023-05-10")] // 8 May is freed for 2023, the 9th is a holiday
    [InlineData("2022-02-24", "2023-02-27")] // 24 February is freed for 2023
    public void A_year_later_a_deadline_falls_on_a_working_day(string day, string later)
    {
        var wish = new TaskWish(
            "Отчёт",
            null,
            null,
            null,
            null,
            null,
            null,
            DateOnly.Parse(day),
            null,
            null,
            "Director",
            Wants.Nothing,
            false
        );
        Assert.Equal(DateOnly.Parse(later), ScheduleSheets.NextYear(wish, WorkCalendar.BuiltIn()).Schools);
    }

    private Task Play(params string[] lines) => new Transcript(World).Play(["@ region", .. lines]);
}
