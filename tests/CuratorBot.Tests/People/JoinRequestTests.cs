using CuratorBot.Members.Entering;
using CuratorBot.Members.Inviting;
using CuratorBot.People;
using CuratorBot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Tests.People;

public sealed class JoinRequestTests
{
    private const long Coordinator = 1004;
    private const long Region = 1005;

    [Fact]
    public async Task A_coordinator_who_presses_after_the_decision_changes_nothing_and_hears_so()
    {
        await using var world = await World.Open();
        await Newcomers.AddCoordinator(world, 3002, "Второй Координатор", "kuznetsk");
        var newcomer = new Phone(world, 3001);
        await Newcomers.Ask(newcomer);
        var late = new Phone(world, Coordinator).Press("Отклонить");
        await new Phone(world, 3002).Presses("Принять");

        await world.Receive(late);

        Assert.Equal("✓ Принято: Второй Координатор", world.Channel.Toasts.Last().Toast);
        var request = await world.Read(db => db.JoinRequests.SingleAsync());
        Assert.Equal(JoinRequestState.Accepted, request.State);
        foreach (var account in new[] { 3002, Coordinator })
            Assert.Empty(Newcomers.LastMessage(world, new Phone(world, account)).Choices);
        Assert.Single(await RolesIn(world, "kuznetsk_sosh_5"));
    }

    [Fact]
    public async Task A_coordinator_who_lost_the_right_changes_nothing()
    {
        await using var world = await World.Open();
        await Newcomers.Ask(new Phone(world, 3001));
        await world.UnitOfWork.Write(async scope =>
        {
            foreach (var role in await scope.Db.RoleAssignments.ToListAsync())
                if (role.Role == Role.MunicipalCoordinator)
                    role.RevokedAt = world.Clock.Now;
            return true;
        });

        await new Phone(world, Coordinator).Presses("Принять");

        Assert.StartsWith("Вы не можете рассмотреть", world.Channel.Toasts.Last().Toast);
        Assert.Empty(await RolesIn(world, "kuznetsk_sosh_5"));
    }

    [Fact]
    public async Task A_request_that_nobody_can_decide_is_kept_for_the_coordinator_who_comes()
    {
        await using var world = await World.Open();
        await RevokeCoordinators(world);
        var newcomer = new Phone(world, 3001);
        await Newcomers.Ask(newcomer);
        Assert.StartsWith(
            "Заявка сохранена, но рассмотреть её пока некому",
            Newcomers.LastTo(world, newcomer)
        );

        var made = await Newcomers.Invite(world, new InvitedTo(Role.RegionalCoordinator));
        var late = new Phone(world, 3003);
        await late.Says($"/start {made.Token}");
        await late.Presses("Согласен");
        await late.Says("Поздняя");
        await late.Presses("Принять");

        Assert.Single(await RolesIn(world, "kuznetsk_sosh_5"));
    }

    [Fact]
    public async Task A_coordinator_whom_messages_do_not_reach_is_not_waited_for()
    {
        await using var world = await World.Open();
        await world.Receive(
            new Phone(world, Coordinator).Message() with
            {
                Kind = Messaging.IncomingKind.Blocked,
            }
        );

        await Newcomers.Ask(new Phone(world, 3001));

        Assert.StartsWith("Новая заявка", Newcomers.LastTo(world, new Phone(world, Region)));
    }

    [Fact]
    public async Task Nobody_decides_her_own_request()
    {
        await using var world = await World.Open();
        var phone = new Phone(world, Coordinator);
        await phone.Says("/me");
        await phone.Presses("➕ Добавить роль");
        await phone.Presses("Куратор");
        await phone.Says("Кузнецк");
        await phone.Presses("СОШ №5");
        await phone.Presses("Нет, это всё");
        await phone.Presses("✅ Отправить");

        Assert.StartsWith("Заявка отправлена", Newcomers.LastTo(world, phone));
        Assert.StartsWith("Новая заявка", Newcomers.LastTo(world, new Phone(world, Region)));
    }

    [Fact]
    public async Task A_stranger_who_copies_the_button_of_a_coordinator_decides_nothing()
    {
        await using var world = await World.Open();
        await Newcomers.Ask(new Phone(world, 3001));
        var copied = new Phone(world, Coordinator).Press("Принять").Pressed!;

        await world.Receive(new Phone(world, 1006).PressData(copied));
        await world.Receive(new Phone(world, 3001).PressData(copied));

        Assert.Equal(JoinRequestState.Waiting, (await world.Read(db => db.JoinRequests.SingleAsync())).State);
        Assert.All(world.Channel.Toasts.TakeLast(2), toast => Assert.StartsWith("Эта кнопка", toast.Toast));
    }

    [Fact]
    public async Task A_name_of_five_thousand_characters_is_refused_and_the_question_stays()
    {
        await using var world = await World.Open();
        var phone = new Phone(world, 3001);
        await phone.Says("/start");
        await phone.Presses("Согласен");
        await phone.Presses("Муниципальный");
        await phone.Says(new string('ж', 5000));
        Assert.Contains("помещается 200", Newcomers.LastTo(world, phone));
        await phone.Says("Кузнецк");

        await phone.Says(new string('ж', 5000));

        Assert.StartsWith("Получилось 5000 знаков, а помещается 100", Newcomers.LastTo(world, phone));
        await phone.Says(new string('ж', 100));
        Assert.StartsWith("Кнопка «Поделиться номером»", Newcomers.LastTo(world, phone));
    }

    private static Task<List<RoleAssignment>> RolesIn(World world, string school) =>
        world.Read(db => db.RoleAssignments.Where(role => role.SchoolId == school).ToListAsync());

    private static Task RevokeCoordinators(World world) =>
        world.UnitOfWork.Write(async scope =>
        {
            foreach (var role in await scope.Db.RoleAssignments.ToListAsync())
                if (role.SchoolId is null)
                    role.RevokedAt = world.Clock.Now;
            return true;
        });
}
