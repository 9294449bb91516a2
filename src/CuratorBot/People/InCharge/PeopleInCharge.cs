using CuratorBot.Data;
using CuratorBot.Schools;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.People.InCharge;

/// <summary>
/// Who answers for a place or a school now, and may be told: everybody asks here. Only people whom messages reach
/// are named; what one may do oneself is said by her scopes (<see cref="Asker"/>).
/// </summary>
public static class PeopleInCharge
{
    /// <summary>The municipal coordinators; without any, those of the region.</summary>
    /// <param name="without">Whoever is not asked, because it is hers.</param>
    /// <returns>Empty when there is nobody at all.</returns>
    public static async Task<IReadOnlyList<long>> Over(
        CuratorBotDb db,
        string? municipalityId,
        string? region,
        long? without
    )
    {
        var roles = Held(db, without);
        var municipal = await Reachable.Among(db, OfMunicipality(roles, municipalityId));
        return municipal.Count > 0 ? municipal : await Reachable.Among(db, OfRegion(roles, region));
    }

    /// <summary>Who is told what concerns a school as a whole: its directors and its curators.</summary>
    /// <param name="without">Whoever knows it already.</param>
    public static async Task<IReadOnlyList<long>> OfSchool(CuratorBotDb db, string schoolId, long without) =>
        await Reachable.Among(
            db,
            Held(db, without)
                .Where(role =>
                    role.SchoolId == schoolId && (role.Role == Role.Director || role.Role == Role.Curator)
                )
        );

    /// <summary>Who helps a school: its curators; without any, the municipal coordinators; then the region's.</summary>
    /// <param name="without">Who asks.</param>
    /// <returns>Empty when there is nobody at all.</returns>
    public static async Task<IReadOnlyList<long>> HelpersOf(CuratorBotDb db, School school, long without)
    {
        foreach (var step in HelpLadder(db, school, without))
            if (await Reachable.Among(db, step) is { Count: > 0 } people)
                return people;
        return [];
    }

    /// <summary>Who hears it when they do not answer: the next step of the ladder on which there is anybody else.</summary>
    public static async Task<IReadOnlyList<long>> AboveHelpersOf(CuratorBotDb db, School school, long without)
    {
        List<long> helpers = [];
        foreach (var step in HelpLadder(db, school, without))
        {
            var others = (await Reachable.Among(db, step)).Except(helpers).ToList();
            if (helpers.Count > 0 && others.Count > 0)
                return others;
            helpers.AddRange(others);
        }
        return [];
    }

    /// <summary>Whether nobody else coordinates a region of hers: then she hands over before she goes.</summary>
    public static async Task<bool> IsLastCoordinator(CuratorBotDb db, Asker who)
    {
        var regions = who
            .Roles.Where(held => held.Role == Role.RegionalCoordinator)
            .Select(held => held.Region)
            .Distinct();
        foreach (var region in regions)
            if (!await OfRegion(Held(db, who.PersonId), region).AnyAsync())
                return true;
        return false;
    }

    private static IReadOnlyList<IQueryable<RoleAssignment>> HelpLadder(
        CuratorBotDb db,
        School school,
        long without
    )
    {
        var roles = Held(db, without);
        return
        [
            roles.Where(role => role.Role == Role.Curator && role.SchoolId == school.Id),
            OfMunicipality(roles, school.MunicipalityId),
            OfRegion(roles, school.Region),
        ];
    }

    private static IQueryable<RoleAssignment> Held(CuratorBotDb db, long? without) =>
        db.RoleAssignments.Where(role => role.RevokedAt == null && role.PersonId != without);

    private static IQueryable<RoleAssignment> OfMunicipality(
        IQueryable<RoleAssignment> roles,
        string? municipalityId
    ) =>
        roles.Where(role =>
            role.Role == Role.MunicipalCoordinator
            && role.MunicipalityId != null
            && role.MunicipalityId == municipalityId
        );

    /// <summary>Of the region or of the whole country.</summary>
    private static IQueryable<RoleAssignment> OfRegion(IQueryable<RoleAssignment> roles, string? region) =>
        roles.Where(role =>
            role.Role == Role.RegionalCoordinator && (role.Region == null || role.Region == region)
        );
}
