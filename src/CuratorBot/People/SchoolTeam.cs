using CuratorBot.Data;

namespace CuratorBot.People;

/// <summary>Who is told what concerns a school as a whole: its directors and its curators.</summary>
public static class SchoolTeam
{
    /// <param name="without">Whoever knows it already.</param>
    /// <returns>People whom messages reach.</returns>
    public static async Task<IReadOnlyList<long>> Of(CuratorBotDb db, string schoolId, long without) =>
        await Reachable.Among(
            db,
            db.RoleAssignments.Where(role =>
                role.RevokedAt == null
                && role.PersonId != without
                && role.SchoolId == schoolId
                && (role.Role == Role.Director || role.Role == Role.Curator)
            )
        );
}
