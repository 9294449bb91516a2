using CuratorBot.Data;
using CuratorBot.Schools;

namespace CuratorBot.People;

/// <summary>Who helps a school: its curators; without any, the municipal coordinators; then the region's.</summary>
public static class SchoolHelpers
{
    /// <param name="without">Who asks.</param>
    /// <returns>People whom messages reach; empty when there is nobody at all.</returns>
    public static async Task<IReadOnlyList<long>> Of(CuratorBotDb db, School school, long without)
    {
        foreach (var step in Ladder(db, school, without))
            if (await Reachable.Among(db, step) is { Count: > 0 } people)
                return people;
        return [];
    }

    /// <summary>Who hears it when they do not answer: the next step of the ladder on which there is anybody else.</summary>
    public static async Task<IReadOnlyList<long>> Above(CuratorBotDb db, School school, long without)
    {
        List<long> helpers = [];
        foreach (var step in Ladder(db, school, without))
        {
            var others = (await Reachable.Among(db, step)).Except(helpers).ToList();
            if (helpers.Count > 0 && others.Count > 0)
                return others;
            helpers.AddRange(others);
        }
        return [];
    }

    private static IReadOnlyList<IQueryable<RoleAssignment>> Ladder(
        CuratorBotDb db,
        School school,
        long without
    )
    {
        var roles = db.RoleAssignments.Where(role => role.RevokedAt == null && role.PersonId != without);
        return
        [
            roles.Where(role => role.Role == Role.Curator && role.SchoolId == school.Id),
            Coordinators.OfMunicipality(roles, school.MunicipalityId),
            Coordinators.OfRegion(roles, school.Region),
        ];
    }
}
