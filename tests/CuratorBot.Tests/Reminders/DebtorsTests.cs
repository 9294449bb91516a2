using CuratorBot.People;
using CuratorBot.Reminders;
using CuratorBot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Tests.Reminders;

public sealed class DebtorsTests : SweepCase
{
    private const string Remind = "🔔 Напомнить всем";

    /// <summary>A Wednesday; the ladder has spoken at nine.</summary>
    private async Task<Phone> OnWednesday()
    {
        await World.MoveClock(At("2022-02-02 09:00"));
        World.Clock.Now = At("2022-02-02 10:14");
        var coordinator = new Phone(World, Coordinator);
        await coordinator.Says("/debtors");
        return coordinator;
    }

    private Task<List<Reminder>> AskedRows() =>
        World.Read(db => db.Reminders.Where(row => row.AskedBy != null).ToListAsync());

    private List<string> AskedFor(long account) =>
        [.. Heard(account).Where(text => text.StartsWith("🔔 Напоминает", StringComparison.Ordinal))];

    [Fact]
    public async Task Two_taps_at_once_and_a_second_coordinator_remind_once()
    {
        var coordinator = await OnWednesday();
        var region = new Phone(World, Region);
        await region.Says("/debtors Кузнецк");
        var tap = coordinator.Press(Remind);
        await Task.WhenAll(
            World.Accept(tap),
            World.Accept(tap with { PressId = "again" }),
            World.Accept(region.Press(Remind))
        );
        await World.Settle();
        await World.MoveClock(At("2022-02-02 10:15"));

        var rows = await AskedRows();
        Assert.Equal(rows.Count, rows.Select(row => (row.PersonId, row.ObligationId)).Distinct().Count());
        Assert.Single(AskedFor(Director));
    }

    [Fact]
    public async Task A_reminder_comes_on_the_day_on_which_the_ladder_has_spoken_and_again_a_day_later()
    {
        var coordinator = await OnWednesday();
        await coordinator.Presses(Remind);
        await World.MoveClock(At("2022-02-02 10:15"));
        Assert.Single(AskedFor(Director));

        World.Clock.Now = At("2022-02-03 10:13");
        await coordinator.Presses(Remind);
        await World.MoveClock(At("2022-02-03 10:13"));
        Assert.Single(AskedFor(Director));

        World.Clock.Now = At("2022-02-03 10:14");
        await coordinator.Presses(Remind);
        await World.MoveClock(At("2022-02-03 10:15"));
        Assert.Equal(2, AskedFor(Director).Count);
    }

    [Fact]
    public async Task What_is_closed_before_the_morning_is_not_spoken_of()
    {
        await OnWednesday();
        World.Clock.Now = At("2022-02-02 22:00");
        await new Phone(World, Coordinator).Presses(Remind);
        await Change(async db =>
        {
            foreach (var row in await db.Obligations.Where(row => row.OwnerId == School).ToListAsync())
                row.DoneAt = World.Clock.Now;
        });
        await World.MoveClock(At("2022-02-03 12:00"));
        Assert.Empty(AskedFor(Director));
        Assert.All(
            (await AskedRows()).Where(row => row.DueAt > At("2022-02-02 22:00")),
            row => Assert.NotEqual(ReminderState.Planned, row.State)
        );
    }

    [Fact]
    public async Task In_the_evening_where_she_lives_she_hears_it_on_her_own_next_morning()
    {
        await Register(2001, Role.Director, school: "tyumenevskaya_oosh");
        World.Clock.Now = At("2022-07-04 18:00");
        var region = new Phone(World, Region);
        await region.Says("/debtors Мариинский");
        await region.Presses(Remind);
        Assert.Contains(
            "🌙 завтра, 5 июля, в 05:00 получит: Новенькая 2001.",
            Heard(Region).Last(),
            StringComparison.Ordinal
        );
        await World.MoveClock(At("2022-07-05 04:59"));
        Assert.Empty(Heard(2001));
        await World.MoveClock(At("2022-07-05 05:00"));
        Assert.Single(AskedFor(2001));
    }

    [Fact]
    public async Task Nobody_learns_that_somebody_has_asked_for_a_pause()
    {
        await OnWednesday();
        await Wish(Director, wish => wish.PausedUntil = new DateOnly(2022, 2, 16));
        var coordinator = new Phone(World, Coordinator);
        await coordinator.Presses(Remind);
        var told = Heard(Coordinator).Last();
        Assert.Contains(
            "Позже, в удобное для себя время, получит: Иван Образцов-Царевич.",
            told,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("16", told, StringComparison.Ordinal);
        await World.MoveClock(At("2022-02-15 20:00"));
        Assert.Empty(AskedFor(Director));
        await World.MoveClock(At("2022-02-16 09:00"));
        Assert.Single(AskedFor(Director));
    }

    [Fact]
    public async Task Where_the_director_has_blocked_the_bot_a_colleague_hears_and_the_list_says_why()
    {
        await Register(2001, Role.Teacher, school: "kuznetsk_sosh_10");
        await Register(2002, Role.Director, school: "kuznetsk_sosh_10");
        await Revoke(Curator, Role.Curator, "kuznetsk_sosh_10");
        await Block(2001);
        await Block(2002);
        var coordinator = await OnWednesday();
        await coordinator.Presses("Кого мы не можем достать");
        Assert.Contains(
            "директор школы, Новенькая 2002: сообщения не доходят с 17 января, бот заблокирован или удалён",
            Heard(Coordinator).Last(),
            StringComparison.Ordinal
        );
        await coordinator.Presses(Remind);
        Assert.Contains(
            "Здесь напомнить некому:\n• СОШ №10",
            Heard(Coordinator).Last(),
            StringComparison.Ordinal
        );

        await new Phone(World, Region).Says("/debtors Кузнецк");
        await new Phone(World, Region).Presses(Remind);
        Assert.Contains(
            "поэтому напоминаем другим:\n• СОШ №10 г. Кузнецка: Марья Искусницына",
            Heard(Region).Last(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Whoever_is_invited_or_in_the_roster_is_told_from_whoever_nobody_knows()
    {
        await new Phone(World, Coordinator).Says("/debtors");
        await new Phone(World, Coordinator).Presses("Кого мы не можем достать");
        Assert.Contains(
            "директор школы: никто не зарегистрирован",
            Heard(Coordinator).Last(),
            StringComparison.Ordinal
        );

        await AddToRoster("kuznetsk_sosh_10", Role.Director, "Василиса Премудрова");
        await new Phone(World, Coordinator).Presses("Кого мы не можем достать");
        Assert.Contains(
            "директор школы, Василиса Премудрова: есть в списке, но ещё не приходит в бот",
            Heard(Coordinator).Last(),
            StringComparison.Ordinal
        );

        await CuratorBot.Tests.People.Newcomers.Invite(World, new(Role.Director, "kuznetsk_sosh_10"));
        await new Phone(World, Coordinator).Presses("Кого мы не можем достать");
        Assert.Contains(
            "директор школы: приглашение от 17 января ещё не использовано",
            Heard(Coordinator).Last(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Whoever_writes_or_presses_is_not_silent()
    {
        for (var day = At("2022-01-18 09:00"); day < At("2022-02-10 09:00"); day += TimeSpan.FromDays(1))
            await World.MoveClock(day);
        await new Phone(World, Director).Presses("Готово");
        await new Phone(World, Coordinator).Says("/debtors");
        await new Phone(World, Coordinator).Presses("Кого мы не можем достать");
        var told = Heard(Coordinator).Last();
        Assert.Contains("куратор, Варвара Примерова: молчит 22 дня", told, StringComparison.Ordinal);
        Assert.DoesNotContain("Иван Образцов-Царевич: молчит", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_than_a_hundred_people_are_asked_about_first()
    {
        for (var account = 3000; account < 3101; account++)
            await Register(account, Role.Director, school: School);
        var coordinator = await OnWednesday();
        await coordinator.Presses(Remind);
        Assert.StartsWith("Напоминание получат 10", Heard(Coordinator).Last(), StringComparison.Ordinal);
        Assert.Empty(await AskedRows());
        await coordinator.Presses("Да, напомнить");
        Assert.NotEmpty(await AskedRows());
    }

    private Task Block(long account) =>
        Change(async db =>
        {
            var row = await db.ChannelAccounts.SingleAsync(row => row.AccountId == account);
            (row.UnreachableBecause, row.UnreachableSince) = ("blocked", World.Clock.Now);
        });

    private async Task Revoke(long account, Role role, string school)
    {
        var person = await PersonOf(account);
        await Change(async db =>
            (
                await db.RoleAssignments.SingleAsync(row =>
                    row.PersonId == person && row.Role == role && row.SchoolId == school
                )
            ).RevokedAt = World.Clock.Now
        );
    }

    private Task AddToRoster(string school, Role role, string name) =>
        Change(async db =>
        {
            var place = await db.Schools.SingleAsync(row => row.Id == school);
            var entry = new RosterEntry
            {
                Id = World.Ids.Next(),
                Name = name,
                Phone = "+79270000042",
                AddedAt = World.Clock.Now,
            };
            db.Add(entry);
            db.Add(
                new RosterRole
                {
                    Id = World.Ids.Next(),
                    EntryId = entry.Id,
                    Role = role,
                    SchoolId = school,
                    MunicipalityId = place.MunicipalityId,
                    Region = place.Region,
                }
            );
        });
}
