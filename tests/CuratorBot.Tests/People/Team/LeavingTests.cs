using CuratorBot.Messaging;
using CuratorBot.People;
using CuratorBot.Reminders;
using CuratorBot.Tests.People.Roster;
using CuratorBot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Tests.People.Team;

/// <summary>What follows when somebody leaves: for what she owed, for her cards and for her rights.</summary>
public sealed class LeavingTests
{
    private const long Curator = 1001;
    private const long Director = 1002;
    private const long Teacher = 1003;
    private const long Coordinator = 1004;
    private const long Region = 1005;

    [Fact]
    public async Task A_director_who_left_hears_nothing_for_the_rest_of_the_year_and_the_team_is_reminded()
    {
        await using var world = await World.Open();
        await world.MoveClock(Transcript.MoscowTime("2022-01-18 09:00"));
        await End(world, Coordinator, "Иван");
        var heard = world.Channel.Heard.Count;

        for (var day = 19; day <= 200; day++)
            await world.MoveClock(Transcript.MoscowTime("2022-01-01 09:00").AddDays(day));

        var said = world.Channel.Heard.Skip(heard).ToList();
        Assert.DoesNotContain(said, one => one.ChatId == Director);
        Assert.Contains(
            said,
            one => one.ChatId == Teacher && one.Message.Text.Text.Contains("анкетирования")
        );
    }

    [Fact]
    public async Task The_cards_of_a_director_who_left_have_no_buttons_and_are_not_edited_any_more()
    {
        await using var world = await World.Open();
        await world.MoveClock(Transcript.MoscowTime("2022-01-18 09:00"));
        var stale = new Phone(world, Director).Press("Готово");
        await End(world, Coordinator, "Иван");
        Assert.Empty(ButtonsOf(world, Director, "Готово"));
        await world.MoveClock(Transcript.MoscowTime("2022-01-19 09:00"));
        var heard = world.Channel.Heard.Count;

        await world.Receive(stale);
        await new Phone(world, Teacher).Presses("Готово");

        Assert.DoesNotContain(
            world.Channel.Heard.Skip(heard),
            one => one.ChatId == Director && one.Message.Kind != OutgoingKind.Send
        );
        Assert.StartsWith(
            "Здравствуйте! Чтобы пользоваться ботом",
            Newcomers.LastTo(world, new Phone(world, Director))
        );
    }

    [Fact]
    public async Task No_reminder_of_somebody_who_left_stays_planned()
    {
        await using var world = await World.Open();
        var director = await PersonOf(world, Director);
        Assert.NotEmpty(await PlannedFor(world, director.PersonId));

        await End(world, Coordinator, "Иван");

        Assert.Empty(await PlannedFor(world, director.PersonId));
    }

    [Fact]
    public async Task Whoever_is_taken_out_of_the_roster_passes_on_what_was_owed_like_anybody_who_leaves()
    {
        await using var world = await World.Open();
        await world.MoveClock(Transcript.MoscowTime("2022-01-18 09:00"));
        var director = await PersonOf(world, Director);
        await world.UnitOfWork.Write(async scope =>
        {
            (await scope.Db.People.FindAsync(director.PersonId))!.Phone = "+79270000013";
            return true;
        });
        string[] ivan = ["Сидоров Иван", "+79270000013", "директор", "Кузнецк", "СОШ №3"];
        await RosterFiles.Import(world, Coordinator, RosterFiles.Sneg, ivan);
        Assert.NotEmpty(ButtonsOf(world, Director, "Готово"));

        await RosterFiles.Send(world, Coordinator, RosterFiles.Sneg);
        await new Phone(world, Coordinator).Presses("Убрать тех, кого нет в файле");

        Assert.Empty(ButtonsOf(world, Director, "Готово"));
        Assert.Empty(await PlannedFor(world, director.PersonId));
    }

    [Fact]
    public async Task What_waits_for_a_coordinator_who_left_goes_to_the_region()
    {
        await using var world = await World.Open();
        await Newcomers.Ask(new Phone(world, 3001));
        Assert.NotEmpty(ButtonsOf(world, Coordinator, "Принять"));

        await End(world, Region, "Марья");

        Assert.Empty(ButtonsOf(world, Coordinator, "Принять"));
        await new Phone(world, Region).Presses("Принять");
        Assert.True((await PersonOf(world, 3001)).IsMember);
    }

    [Fact]
    public async Task A_region_does_not_lose_its_last_coordinator()
    {
        await using var world = await World.Open();
        var region = await PersonOf(world, Region);
        await world.UnitOfWork.Write(async scope =>
        {
            var penza = await scope.Db.Municipalities.SingleAsync(row => row.Id == "penza");
            var everywhere = await scope.Db.RoleAssignments.SingleAsync(role =>
                role.Role == Role.RegionalCoordinator
            );
            everywhere.RevokedAt = world.Clock.Now;
            foreach (
                var (role, place, over) in new[]
                {
                    (Role.RegionalCoordinator, null, penza.Region),
                    (Role.MunicipalCoordinator, "penza", (string?)null),
                }
            )
                scope.Db.RoleAssignments.Add(
                    new RoleAssignment
                    {
                        Id = world.Ids.Next(),
                        PersonId = region.PersonId,
                        Role = role,
                        MunicipalityId = place,
                        Region = over,
                        GrantedAt = world.Clock.Now,
                    }
                );
            return true;
        });
        var phone = new Phone(world, Region);
        await phone.Says("/people Никита");
        await phone.Presses("Завершить роль");
        await phone.Presses("региональный координатор");
        await phone.Presses("Да, завершить");

        Assert.StartsWith("Других региональных координаторов нет", Newcomers.LastTo(world, phone));
        Assert.True((await PersonOf(world, Region)).Is(Role.RegionalCoordinator));
    }

    [Fact]
    public async Task A_coordinator_who_loses_the_right_in_the_middle_of_a_change_changes_nothing()
    {
        await using var world = await World.Open();
        var coordinator = new Phone(world, Coordinator);
        await coordinator.Says("/people Варвара");
        await coordinator.Presses("Завершить роль");
        await coordinator.Presses("Все роли сразу");
        var late = coordinator.Press("Да, завершить");
        await End(world, Region, "Марья");

        await world.Receive(late);

        Assert.Equal(2, (await PersonOf(world, Curator)).Roles.Count);
        Assert.StartsWith("Эта кнопка уже не действует", world.Channel.Toasts.Last().Toast);
    }

    [Fact]
    public async Task Each_change_leaves_its_entry_in_the_audit()
    {
        await using var world = await World.Open();

        await End(world, Coordinator, "Иван");

        var entry = await world.Read(db => db.Audit.SingleAsync(row => row.What == "role.ended"));
        Assert.Equal("Director", entry.Before);
        Assert.Equal("kuznetsk_sosh_3", entry.SchoolId);
        Assert.Equal((await PersonOf(world, Director)).PersonId, entry.PersonId);
        Assert.Equal((await PersonOf(world, Coordinator)).PersonId, entry.ActorId);
    }

    [Fact]
    public async Task The_card_says_why_messages_do_not_arrive()
    {
        await using var world = await World.Open();
        await world.Receive(new Phone(world, Director).Message() with { Kind = IncomingKind.Blocked });
        var coordinator = new Phone(world, Coordinator);

        await coordinator.Says("/people Иван");

        Assert.Contains(
            "Сообщения не доходят с 17 января: бот заблокирован",
            Newcomers.LastTo(world, coordinator)
        );
    }

    private static async Task End(World world, long by, string name)
    {
        var phone = new Phone(world, by);
        await phone.Says($"/people {name}");
        await phone.Presses("Завершить роль");
        await phone.Presses("Да, завершить");
    }

    private static Task<List<Reminder>> PlannedFor(World world, long personId) =>
        world.Read(db =>
            db.Reminders.Where(row => row.PersonId == personId && row.State == ReminderState.Planned)
                .ToListAsync()
        );

    private static List<string> ButtonsOf(World world, long account, string label) =>
        [
            .. world
                .Channel.Shown.Where(pair => pair.Key.Chat == account)
                .SelectMany(pair => pair.Value.Choices.SelectMany(row => row))
                .Select(choice => choice.Label)
                .Where(one => one.StartsWith(label, StringComparison.Ordinal)),
        ];

    private static async Task<Asker> PersonOf(World world, long account) =>
        (await world.Read(db => PeopleDirectory.Read(db, world.Channel.Name, account)))!;
}
