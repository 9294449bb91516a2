using CuratorBot.Audit;
using CuratorBot.Data;
using CuratorBot.Members.Consenting;
using CuratorBot.Members.Inviting;
using CuratorBot.Messaging;
using CuratorBot.People;
using CuratorBot.Tests.Support;
using CuratorBot.Texts;
using Microsoft.Extensions.DependencyInjection;

namespace CuratorBot.Tests.People;

/// <summary>People who are on their way in.</summary>
internal static class Newcomers
{
    public static Task<NewInvitation> Invite(World world, InvitedTo to) =>
        world.UnitOfWork.Write(scope =>
            world
                .Services.GetRequiredService<Invitations>()
                .Create(scope.Db, to, new AuditActor(null, AuditActor.CommandLine, world.Clock.Now))
        );

    /// <summary>Somebody who has consented and given her name, and has no role yet.</summary>
    public static Task<long> Add(World world, long account, string name) =>
        world.UnitOfWork.Write(scope => Task.FromResult(Add(scope.Db, world, account, name)));

    public static Task AddCoordinator(World world, long account, string name, string municipality) =>
        world.UnitOfWork.Write(scope =>
        {
            scope.Db.RoleAssignments.Add(
                new RoleAssignment
                {
                    Id = world.Ids.Next(),
                    PersonId = Add(scope.Db, world, account, name),
                    Role = Role.MunicipalCoordinator,
                    MunicipalityId = municipality,
                    GrantedAt = world.Clock.Now,
                }
            );
            return Task.CompletedTask;
        });

    /// <summary>Somebody with a role; the person in it is filled in.</summary>
    public static Task AddWith(World world, long account, string name, RoleAssignment role) =>
        world.UnitOfWork.Write(scope =>
        {
            scope.Db.RoleAssignments.Add(
                new RoleAssignment
                {
                    Id = world.Ids.Next(),
                    PersonId = Add(scope.Db, world, account, name),
                    Role = role.Role,
                    SchoolId = role.SchoolId,
                    MunicipalityId = role.MunicipalityId,
                    Region = role.Region,
                    GrantedAt = role.GrantedAt,
                }
            );
            return Task.CompletedTask;
        });

    /// <summary>Comes and asks to be a teacher of СОШ №5 г. Кузнецка.</summary>
    public static async Task Ask(Phone phone)
    {
        await phone.Says("/start");
        await phone.Presses("Согласен");
        await AskForSchool(phone, "Педагог", "СОШ №5", "Новенькая");
    }

    public static async Task AskForSchool(Phone phone, string role, string school, string name)
    {
        await phone.Presses(role);
        await phone.Says("Кузнецк");
        await phone.Presses(school);
        await phone.Says(name);
        await phone.Presses("Пропустить");
        await phone.Presses("✅ Отправить");
    }

    public static OutgoingMessage LastMessage(World world, Phone phone) =>
        world
            .Channel.Heard.Last(heard =>
                heard.ChatId == phone.Account
                && heard.Message.Kind is (OutgoingKind.Send or OutgoingKind.Edit or OutgoingKind.Photo)
            )
            .Message;

    public static string LastTo(World world, Phone phone) => LastMessage(world, phone).Text.Text;

    /// <summary>To the text of today.</summary>
    public static void AddConsent(CuratorBotDb db, World world, long personId)
    {
        var texts = world.Services.GetRequiredService<TextCatalogue>();
        db.Consents.Add(
            new ConsentGiven
            {
                Id = world.Ids.Next(),
                PersonId = personId,
                Version = Consent.VersionOf(texts),
                Hash = Consent.HashOf(texts),
                GivenAt = world.Clock.Now,
            }
        );
    }

    private static long Add(CuratorBotDb db, World world, long account, string name)
    {
        var person = new Person
        {
            Id = world.Ids.Next(),
            Name = name,
            FirstSeenAt = world.Clock.Now,
        };
        db.People.Add(person);
        AddConsent(db, world, person.Id);
        db.ChannelAccounts.Add(
            new ChannelAccount
            {
                Id = world.Ids.Next(),
                Channel = world.Channel.Name,
                AccountId = account,
                ChatId = account,
                PersonId = person.Id,
            }
        );
        return person.Id;
    }
}
