using CuratorBot.Advice;
using CuratorBot.Announcements;
using CuratorBot.Data;
using CuratorBot.Events.Planning;
using CuratorBot.Members.Entering;
using CuratorBot.Members.Inviting;
using CuratorBot.Messaging;
using CuratorBot.People;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Tests.People;

/// <summary>What there is to press at, of her own and of others.</summary>
public sealed partial class RightsMatrixTests
{
    /// <summary>Into each of the schools.</summary>
    private async Task<IReadOnlyList<long>> Invitations()
    {
        foreach (var school in ButtonSamples.Schools)
            await Newcomers.Invite(_world, new InvitedTo(Role.Teacher, school));
        return await _world.Read(db =>
            db.Invitations.OrderBy(row => row.Id).Select(row => row.Id).ToListAsync()
        );
    }

    /// <summary>A draft of everybody's, of all that she might wish to address.</summary>
    private async Task<IReadOnlyList<long>> Announcements()
    {
        var people = await _world.Read(db =>
            db.ChannelAccounts.OrderBy(row => row.AccountId).Select(row => row.PersonId).ToListAsync()
        );
        var drafts = people
            .Select(person => new Announcement
            {
                Id = _world.Ids.Next(),
                AuthorId = person,
                From = "Проба",
                Text = "Проба",
                Roles = [Role.Director, Role.MunicipalCoordinator],
                CreatedAt = _world.Clock.Now,
            })
            .ToList();
        await _world.UnitOfWork.Write(scope =>
        {
            scope.Db.Announcements.AddRange(drafts);
            return scope.Db.SaveChangesAsync();
        });
        return [.. drafts.Select(row => row.Id)];
    }

    /// <summary>The director's own request, and one of each other school of the samples; the furthest waits longest.</summary>
    private async Task<IReadOnlyList<long>> HelpRequests()
    {
        var director = (await AskerOf(1002)).PersonId;
        var somebody = await _world.Read(db => db.People.SingleAsync(row => row.Name == Newcomer));
        var schools = await _world.Read(db => db.Schools.ToDictionaryAsync(row => row.Id));
        var asked = ButtonSamples
            .Schools.Select(
                (id, place) =>
                    new HelpRequest
                    {
                        Id = _world.Ids.Next(),
                        SchoolId = id,
                        MunicipalityId = schools[id].MunicipalityId,
                        Region = schools[id].Region,
                        AskedBy = place == 0 ? director : somebody.Id,
                        AskedAt = _world.Clock.Now.AddDays(-place),
                        Text = "Проба",
                    }
            )
            .ToList();
        await _world.UnitOfWork.Write(scope =>
        {
            scope.Db.HelpRequests.AddRange(asked);
            return scope.Db.SaveChangesAsync();
        });
        return [.. asked.Select(row => row.Id)];
    }

    private const string Newcomer = "Незнакомка";

    /// <summary>One of each school of the samples, for the next day, and one of each whose day is over.</summary>
    private async Task<IReadOnlyList<long>> Plans()
    {
        var curator = (await AskerOf(Curator)).PersonId;
        var schools = await _world.Read(db => db.Schools.ToDictionaryAsync(row => row.Id));
        var today = LocalDays.Today(_world.Clock.Now, Asker.DefaultTimeZone);
        var plans = (
            from id in ButtonSamples.Schools
            from day in new[] { today.AddDays(1), today.AddDays(-1) }
            select new PlannedEvent
            {
                Id = _world.Ids.Next(),
                TypeId = "school_visit",
                AuthorId = id == ButtonSamples.Schools[0] ? curator : 0,
                SchoolId = id,
                MunicipalityId = schools[id].MunicipalityId,
                Region = schools[id].Region,
                TimeZone = Asker.DefaultTimeZone,
                On = day,
                PlannedAt = _world.Clock.Now,
            }
        ).ToList();
        await _world.UnitOfWork.Write(scope =>
        {
            scope.Db.PlannedEvents.AddRange(plans);
            return scope.Db.SaveChangesAsync();
        });
        return [.. plans.Select(row => row.Id)];
    }

    /// <summary>A curator of Penza asks to be let in further, in each of the municipalities.</summary>
    private async Task<IReadOnlyList<long>> Requests()
    {
        var ids = ButtonSamples.Municipalities.Select(_ => _world.Ids.Next()).ToList();
        await _world.UnitOfWork.Write(scope =>
        {
            var person = new Person
            {
                Id = _world.Ids.Next(),
                FirstSeenAt = _world.Clock.Now,
                Name = Newcomer,
            };
            scope.Db.People.Add(person);
            scope.Db.RoleAssignments.Add(
                new RoleAssignment
                {
                    Id = _world.Ids.Next(),
                    PersonId = person.Id,
                    Role = Role.Curator,
                    SchoolId = ButtonSamples.Schools[2],
                    GrantedAt = _world.Clock.Now,
                }
            );
            scope.Db.JoinRequests.AddRange(
                ButtonSamples
                    .Municipalities.Index()
                    .Select(pair => new JoinRequest
                    {
                        Id = ids[pair.Index],
                        PersonId = person.Id,
                        Role = Role.Teacher,
                        SchoolId = ButtonSamples.Schools[pair.Index + 1],
                        MunicipalityId = pair.Item,
                        CreatedAt = _world.Clock.Now,
                    })
            );
            return scope.Db.SaveChangesAsync();
        });
        return ids;
    }
}
