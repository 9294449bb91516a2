using CuratorBot.People;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Tests.Support;

/// <summary>Somebody whom the coordinator of Kuznetsk has put into the roster.</summary>
internal static class Listed
{
    private const long Coordinator = 1004;

    /// <param name="line">«79270000001 Director kuznetsk_sosh_5 Алёна Курносова».</param>
    public static Task Add(World world, string line)
    {
        var words = line.Split(' ', 4);
        return Add(world, $"+{words[0]}", Enum.Parse<Role>(words[1]), words[2], words[3]);
    }

    public static Task Add(World world, string phone, Role role, string schoolId, string name) =>
        world.UnitOfWork.Write(async scope =>
        {
            var school = await scope.Db.Schools.SingleAsync(row => row.Id == schoolId);
            var coordinator = await PeopleDirectory.Read(scope.Db, world.Channel.Name, Coordinator);
            var entry = new RosterEntry
            {
                Id = world.Ids.Next(),
                Name = name,
                Phone = phone,
                AddedAt = world.Clock.Now,
                AddedBy = coordinator!.PersonId,
            };
            scope.Db.RosterEntries.Add(entry);
            scope.Db.RosterRoles.Add(
                new RosterRole
                {
                    Id = world.Ids.Next(),
                    EntryId = entry.Id,
                    Role = role,
                    SchoolId = school.Id,
                    MunicipalityId = school.MunicipalityId,
                    Region = school.Region,
                }
            );
            return true;
        });
}
