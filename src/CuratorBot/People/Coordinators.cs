using CuratorBot.Data;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.People;

/// <summary>Who coordinates a place now.</summary>
public static class Coordinators
{
    /// <summary>The municipal ones whom messages reach; without any, those of the region.</summary>
    /// <param name="without">Whoever is not asked, because it is hers.</param>
    /// <returns>Empty when there is nobody at all.</returns>
    public static async Task<IReadOnlyList<long>> Over(
        CuratorBotDb db,
        string? municipalityId,
        string? region,
        long? without
    )
    {
        var roles = db.RoleAssignments.Where(role => role.RevokedAt == null && role.PersonId != without);
        var municipal = await Reachable.Among(db, OfMunicipality(roles, municipalityId));
        return municipal.Count > 0 ? municipal : await Reachable.Among(db, OfRegion(roles, region));
    }

    internal static IQueryable<RoleAssignment> OfMunicipality(
        IQueryable<RoleAssignment> roles,
        string? municipalityId
    ) =>
        roles.Where(role =>
            role.Role == Role.MunicipalCoordinator
            && role.MunicipalityId != null
            && role.MunicipalityId == municipalityId
        );

    /// <summary>Of the region or of the whole country.</summary>
    internal static IQueryable<RoleAssignment> OfRegion(IQueryable<RoleAssignment> roles, string? region) =>
        roles.Where(role =>
            role.Role == Role.RegionalCoordinator && (role.Region == null || role.Region == region)
        );
}
