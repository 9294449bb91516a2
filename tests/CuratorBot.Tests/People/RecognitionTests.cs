using CuratorBot.Members.Entering;
using CuratorBot.Members.Inviting;
using CuratorBot.People;
using CuratorBot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Tests.People;

/// <summary>Who comes in by her number, and who does not.</summary>
public sealed class RecognitionTests
{
    private const string Hers = "+79270000077";

    [Fact]
    public async Task Only_a_number_that_is_her_own_recognises_her()
    {
        await using var world = await World.Open();
        await Listed.Add(world, Hers, Role.Director, "kuznetsk_sosh_5", "Алёна");
        var thief = await Arrive(world, 3001);

        await thief.Shares(Hers, accountId: 777);
        await thief.Shares(Hers, accountId: null);
        await thief.Shares(Hers, accountId: 3001, isForwarded: true);
        await thief.Says(Hers);

        Assert.Empty(await RolesAt(world, "kuznetsk_sosh_5"));
    }

    [Fact]
    public async Task Of_two_accounts_that_share_one_number_the_second_has_to_ask()
    {
        await using var world = await World.Open();
        await Listed.Add(world, Hers, Role.Director, "kuznetsk_sosh_5", "Алёна");
        var (first, second) = (await Arrive(world, 3001), await Arrive(world, 3002));
        await first.Shares(Hers, 3001);

        await second.Shares(Hers, 3002);

        var role = Assert.Single(await RolesAt(world, "kuznetsk_sosh_5"));
        Assert.Equal((await PersonOf(world, 3001)).PersonId, role.PersonId);
        Assert.StartsWith("Кем вы работаете", Newcomers.LastTo(world, second));
    }

    [Fact]
    public async Task Whoever_was_let_go_does_not_come_back_by_an_older_list()
    {
        await using var world = await World.Open();
        await Listed.Add(world, Hers, Role.Director, "kuznetsk_sosh_5", "Алёна");
        var made = await Newcomers.Invite(world, new InvitedTo(Role.Director, "kuznetsk_sosh_5"));
        var director = new Phone(world, 3001);
        await director.Says($"/start {made.Token}");
        await director.Presses("Согласен");
        await director.Says("Алёна");
        await EndRolesOf(world, "Алёна");
        await director.Says("/start");

        await director.Shares(Hers, 3001);

        Assert.Empty(await RolesAt(world, "kuznetsk_sosh_5"));
        Assert.StartsWith("Кем вы работаете", Newcomers.LastTo(world, director));
    }

    [Fact]
    public async Task Whoever_is_listed_while_her_request_waits_need_not_wait()
    {
        await using var world = await World.Open();
        var phone = new Phone(world, 3001);
        await phone.Says("/start");
        await phone.Presses("Согласен");
        await phone.Presses("Педагог");
        await phone.Says("Кузнецк");
        await phone.Presses("СОШ №5");
        await phone.Says("Алёна");
        await phone.Shares(Hers, 3001);
        await phone.Presses("✅ Отправить");
        await Listed.Add(world, Hers, Role.Director, "kuznetsk_sosh_5", "Алёна");

        await phone.Says("/start");

        Assert.True((await PersonOf(world, 3001)).Is(Role.Director));
        var request = await world.Read(db => db.JoinRequests.SingleAsync());
        Assert.Equal(JoinRequestState.Withdrawn, request.State);
        Assert.Empty(Newcomers.LastMessage(world, new Phone(world, 1004)).Choices);
    }

    [Fact]
    public async Task What_the_list_gave_is_noted_in_the_audit()
    {
        await using var world = await World.Open();
        await Listed.Add(world, Hers, Role.Director, "kuznetsk_sosh_5", "Алёна");
        var phone = await Arrive(world, 3001);

        await phone.Shares(Hers, 3001);

        var noted = await world.Read(db => db.Audit.Select(row => row.What).ToListAsync());
        Assert.Contains("person.recognised", noted);
        Assert.Contains("role.granted", noted);
    }

    private static async Task<Phone> Arrive(World world, long account)
    {
        var phone = new Phone(world, account);
        await phone.Says("/start");
        await phone.Presses("Согласен");
        return phone;
    }

    private static async Task EndRolesOf(World world, string name)
    {
        var coordinator = new Phone(world, 1004);
        await coordinator.Says($"/people {name}");
        await coordinator.Presses("Завершить роль");
        await coordinator.Presses("Да, завершить");
    }

    private static Task<List<RoleAssignment>> RolesAt(World world, string school) =>
        world.Read(db =>
            db.RoleAssignments.Where(role => role.SchoolId == school && role.RevokedAt == null).ToListAsync()
        );

    private static async Task<Asker> PersonOf(World world, long account) =>
        (await world.Read(db => PeopleDirectory.Read(db, world.Channel.Name, account)))!;
}
