using CuratorBot.Data;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.People;

/// <summary>Whether nobody else coordinates a region of hers: then she hands over before she goes.</summary>
public static class LastCoordinator
{
    public static async Task<bool> Is(CuratorBotDb db, Asker who)
    {
        var regions = who
            .Roles.Where(held => held.Role == Role.RegionalCoordinator)
            .Select(held => held.Region)
            .Distinct();
        foreach (var region in regions)
        {
            var hasSuccessor = await db.RoleAssignments.AnyAsync(role =>
                role.Role == Role.RegionalCoordinator
                && role.RevokedAt == null
                && role.PersonId != who.PersonId
                && (role.Region == null || role.Region == region)
            );
            if (!hasSuccessor)
                return true;
        }
        return false;
    }
}
