using CuratorBot.Members.Inviting;
using CuratorBot.Messaging;
using CuratorBot.People;
using CuratorBot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Tests.People;

public sealed class InvitationTests
{
    [Fact]
    public async Task Of_fifty_who_redeem_one_invitation_at_once_exactly_one_comes_in()
    {
        await using var world = await World.Open();
        var made = await Newcomers.Invite(world, new InvitedTo(Role.Director, "kuznetsk_sosh_16"));
        var newcomers = Enumerable.Range(3001, 50).ToList();
        foreach (var account in newcomers)
            await Newcomers.Add(world, account, $"Гость {account}");

        await Task.WhenAll(
            newcomers.Select(account =>
                Task.Run(() =>
                    world.Accept(new Phone(world, account).Message() with { Text = $"/start {made.Token}" })
                )
            )
        );
        await world.Settle();

        var roles = await world.Read(db =>
            db.RoleAssignments.Where(role => role.SchoolId == "kuznetsk_sosh_16").ToListAsync()
        );
        var role = Assert.Single(roles);
        var invitation = await world.Read(db => db.Invitations.SingleAsync());
        Assert.Equal(role.PersonId, invitation.UsedBy);
        Assert.Equal(
            49,
            world.Channel.Heard.Count(heard => heard.Message.Text.Text.Contains("использовано"))
        );
    }

    [Fact]
    public async Task The_database_holds_the_secrets_of_an_invitation_only_as_hashes()
    {
        await using var world = await World.Open();

        var made = await Newcomers.Invite(world, new InvitedTo(Role.RegionalCoordinator));

        var invitation = await world.Read(db => db.Invitations.SingleAsync());
        Assert.Equal(InvitationCode.Hash(made.Token), invitation.LinkHash);
        Assert.Equal(InvitationCode.Hash(made.Code), invitation.CodeHash);
        Assert.Empty(await Canary.TablesWith(world, made.Token));
    }

    [Fact]
    public async Task An_album_and_a_forged_press_after_a_letter_that_was_forgotten_fail_nothing()
    {
        await using var world = await World.Open();
        var coordinator = new Phone(world, 1004);
        await coordinator.Says("/invite");
        await coordinator.Presses("Директора");
        await coordinator.Presses("СОШ №16");
        var letter = await world.Read(db => db.Outbox.MaxAsync(row => row.Id));
        await coordinator.SendsPhoto("album-1");
        await world.Receive(coordinator.PressData(ButtonId.Of(letter, 0)));
        Assert.Empty(await world.Read(db => db.Inbox.Where(row => row.Error != null).ToListAsync()));
    }

    [Fact]
    public async Task The_letter_with_the_secrets_is_forgotten_once_it_is_sent()
    {
        await using var world = await World.Open();
        var coordinator = new Phone(world, 1004);
        await coordinator.Says("/invite");
        await coordinator.Presses("Директора");
        await coordinator.Presses("СОШ №16");
        Assert.Contains("0000-0000-0003", Newcomers.LastTo(world, coordinator));
        Assert.Contains("start=00000000000000000000000002", Newcomers.LastTo(world, coordinator));

        Assert.Empty(await Canary.TablesWith(world, "0000-0000-0003"));
        Assert.Empty(await Canary.TablesWith(world, "start=00000000000000000000000002"));
        Assert.Contains("outbox", await Canary.TablesWith(world, "Приглашение готово"));
    }

    [Fact]
    public async Task An_invitation_into_what_does_not_exist_is_refused()
    {
        await using var world = await World.Open();

        foreach (
            var to in new[]
            {
                new InvitedTo(Role.Director, "no_such_school"),
                new InvitedTo(Role.MunicipalCoordinator, null, "atlantis"),
                new InvitedTo(Role.RegionalCoordinator, Region: "Лукоморье"),
            }
        )
            await Assert.ThrowsAsync<ArgumentException>(() => Newcomers.Invite(world, to));
    }

    [Fact]
    public async Task An_invitation_that_was_used_while_she_gave_her_name_lets_nobody_in()
    {
        await using var world = await World.Open();
        var made = await Newcomers.Invite(world, new InvitedTo(Role.Director, "kuznetsk_sosh_16"));
        await Newcomers.Add(world, 3001, "Быстрая");
        var (slow, quick) = (new Phone(world, 3002), new Phone(world, 3001));
        await slow.Says($"/start {made.Token}");
        await slow.Presses("Согласен");
        await quick.Says(made.Code);

        await slow.Says("Медленная");

        Assert.StartsWith("Это приглашение уже использовано", Newcomers.LastTo(world, slow));
        Assert.Single(
            await world.Read(db =>
                db.RoleAssignments.Where(role => role.SchoolId == "kuznetsk_sosh_16").ToListAsync()
            )
        );
    }

    [Fact]
    public async Task An_invitation_without_a_school_asks_for_it()
    {
        await using var world = await World.Open();
        var made = await Newcomers.Invite(world, new InvitedTo(Role.Curator));
        var phone = new Phone(world, 3001);
        await phone.Says(InvitationCode.InGroups(made.Code));
        await phone.Presses("Согласен");
        await phone.Says("Кузнецк");
        await phone.Says("школа 5");
        await phone.Says("Варя");

        var role = await world.Read(db =>
            db.RoleAssignments.SingleAsync(role => role.SchoolId == "kuznetsk_sosh_5")
        );
        Assert.Equal(Role.Curator, role.Role);
    }

    [Fact]
    public async Task Her_own_invitation_is_not_spent_on_her_who_tries_the_link()
    {
        await using var world = await World.Open();
        var made = await Newcomers.Invite(world, new InvitedTo(Role.MunicipalCoordinator, null, "kuznetsk"));

        await new Phone(world, 1004).Says($"/start {made.Token}");

        Assert.Null((await world.Read(db => db.Invitations.SingleAsync())).UsedAt);
    }

    [Fact]
    public async Task An_invitation_that_is_revoked_while_she_gives_her_name_lets_nobody_in()
    {
        await using var world = await World.Open();
        var made = await Newcomers.Invite(world, new InvitedTo(Role.Director, "kuznetsk_sosh_16"));
        var newcomer = new Phone(world, 3001);
        await newcomer.Says($"/start {made.Token}");
        await newcomer.Presses("Согласен");
        var coordinator = new Phone(world, 1004);
        await coordinator.Says("/invite");
        await coordinator.Presses("📋 Кто кого");
        await coordinator.Presses("✕ Отозвать 1");

        await newcomer.Says("Опоздавшая");

        Assert.StartsWith("Это приглашение отозвали", Newcomers.LastTo(world, newcomer));
        Assert.False((await PersonOf(world, 3001)).IsMember);
    }

    [Fact]
    public async Task Fifty_wrong_codes_of_many_people_stop_typed_codes_but_no_links_and_are_told_once()
    {
        await using var world = await World.Open();
        var made = await Newcomers.Invite(world, new InvitedTo(Role.Curator, "kuznetsk_sosh_16"));
        foreach (var guess in Enumerable.Range(0, 60))
            await new Phone(world, 4000 + (guess / 4)).Says($"9999-0000-{guess:D4}");

        var alarms = world.Channel.Heard.Where(heard => heard.Message.Text.Text.Contains("подбирает код"));
        Assert.Equal(1005, Assert.Single(alarms).ChatId);
        Assert.Equal(50, CountOf(world, "Такой код не подходит"));
        Assert.Equal(3, CountOf(world, "Слишком много неверных кодов"));
        var phone = new Phone(world, 3001);
        await phone.Says(made.Code);
        Assert.StartsWith("Слишком много неверных кодов", Newcomers.LastTo(world, phone));
        await phone.Says($"/start {made.Token}");
        Assert.StartsWith("Здравствуйте! Это бот", Newcomers.LastTo(world, phone));
    }

    [Fact]
    public async Task Wrong_codes_of_a_time_when_the_clock_was_ahead_make_nobody_wait()
    {
        await using var world = await World.Open();
        var guesser = new Phone(world, 4000);
        world.Clock.Jump(TimeSpan.FromDays(365));
        for (var guess = 0; guess < 6; guess++)
            await guesser.Says($"9999-0000-{guess:D4}");
        Assert.StartsWith("Слишком много неверных кодов", Newcomers.LastTo(world, guesser));

        world.Clock.Jump(-TimeSpan.FromDays(365));
        await guesser.Says("9999-0000-0007");
        Assert.StartsWith("Такой код не подходит", Newcomers.LastTo(world, guesser));
        Assert.Equal(1, await world.Read(db => db.WrongCodes.CountAsync()));
    }

    [Fact]
    public async Task The_letter_comes_as_a_picture_that_shows_the_link()
    {
        await using var world = await World.Open();
        var coordinator = new Phone(world, 1004);
        await coordinator.Says("/invite");
        await coordinator.Presses("Директора");
        await coordinator.Presses("СОШ №16");

        var letter = Newcomers.LastMessage(world, coordinator);

        Assert.Equal(OutgoingKind.Photo, letter.Kind);
        Assert.Equal("https://t.me/curator_bot?start=00000000000000000000000002", letter.QrCode);
        Assert.Equal([0x89, 0x50, 0x4E, 0x47], QrPicture.Png(letter.QrCode!)[..4]);
    }

    private static int CountOf(World world, string words) =>
        world.Channel.Heard.Count(heard => heard.Message.Text.Text.Contains(words, StringComparison.Ordinal));

    private static async Task<Asker> PersonOf(World world, long account) =>
        (await world.Read(db => PeopleDirectory.Read(db, world.Channel.Name, account)))!;
}
