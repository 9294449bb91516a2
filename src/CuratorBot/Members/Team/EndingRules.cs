using CuratorBot.Conversations.Turns;
using CuratorBot.People;
using CuratorBot.Texts;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Members.Team;

/// <summary>Roles that must not end just so: one's own last coordination, and the last one of a region.</summary>
internal static class EndingRules
{
    /// <summary>Why these roles of one person cannot end now; null when they may.</summary>
    public static async Task<RichText?> WhyNot(TurnContext turn, IReadOnlyList<TeamRole> ending)
    {
        if (LocksHerselfOut(turn.Who, ending))
            return turn.Text("team.end.yourLast");
        foreach (var role in ending.Where(role => role.Row.Role == Role.RegionalCoordinator))
            if (await LeavesAlone(turn, role.Row) is { } region)
                return turn.Text("team.end.lastOfRegion", ("region", region));
        return null;
    }

    private static bool LocksHerselfOut(Asker who, IReadOnlyList<TeamRole> ending)
    {
        var ends = ending.Count(role => role.Row.PersonId == who.PersonId && Coordinates(role.Row.Role));
        return ends > 0 && ends >= who.Roles.Count(held => Coordinates(held.Role));
    }

    /// <summary>A region that would be left without any coordinator; null when every one keeps somebody.</summary>
    private static async Task<string?> LeavesAlone(TurnContext turn, RoleAssignment ending)
    {
        var others = await turn
            .Db.RoleAssignments.Where(role =>
                role.Role == Role.RegionalCoordinator
                && role.RevokedAt == null
                && role.PersonId != ending.PersonId
            )
            .Select(role => role.Region)
            .Distinct()
            .ToListAsync();
        if (others.Contains(null))
            return null;
        if (ending.Region is { } region)
            return others.Contains(region) ? null : region;
        return await turn
            .Db.Municipalities.Where(row => !others.Contains(row.Region))
            .OrderBy(row => row.Region)
            .Select(row => row.Region)
            .FirstOrDefaultAsync();
    }

    private static bool Coordinates(Role role) =>
        role is Role.MunicipalCoordinator or Role.RegionalCoordinator;
}
