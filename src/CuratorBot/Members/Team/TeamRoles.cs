using CuratorBot.Conversations.Turns;
using CuratorBot.People;
using CuratorBot.Schools;
using CuratorBot.Texts;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Members.Team;

/// <summary>A role of somebody, held or ended, with what it is over in words.</summary>
/// <param name="By">Name of the one who gave it; null when nobody in the bot did.</param>
internal sealed record TeamRole(RoleAssignment Row, string Over, string? By)
{
    /// <summary>«куратор, СОШ №3 г. Кузнецка».</summary>
    public string Shown(TurnContext turn) =>
        turn.Texts.Plain("team.role", ("role", RoleLines.NameOf(turn.Texts, Row.Role)), ("over", Over));
}

/// <summary>The roles of a person as far as the one who asks oversees them.</summary>
internal static class TeamRoles
{
    /// <summary>Held ones first and by what they are over, ended ones by their end. Empty for a person who is none of hers.</summary>
    public static async Task<IReadOnlyList<TeamRole>> Of(TurnContext turn, long personId)
    {
        var db = turn.Db;
        var rows = await (
            from role in Oversight.Roles(db, turn.Who)
            where role.PersonId == personId
            join school in db.Schools on role.SchoolId equals school.Id into schools
            from school in schools.DefaultIfEmpty()
            join municipality in db.Municipalities on role.MunicipalityId equals municipality.Id into places
            from municipality in places.DefaultIfEmpty()
            join giver in db.People on role.GrantedBy equals (long?)giver.Id into givers
            from giver in givers.DefaultIfEmpty()
            select new
            {
                role,
                Over = school!.ShortName ?? municipality!.Name ?? role.Region,
                By = giver!.Name,
            }
        ).ToListAsync();
        return
        [
            .. rows.OrderBy(row => row.role.RevokedAt is not null)
                .ThenByDescending(row => row.role.RevokedAt)
                .ThenBy(row => row.Over, School.ByShortName)
                .Select(row => new TeamRole(
                    row.role,
                    row.Over ?? turn.Texts.Plain("people.allRegions"),
                    row.By
                )),
        ];
    }

    public static async Task<IReadOnlyList<TeamRole>> HeldBy(TurnContext turn, long personId) =>
        [.. (await Of(turn, personId)).Where(role => role.Row.RevokedAt is null)];

    /// <summary>The roles as lines, in the order given.</summary>
    public static RichText Lines(TurnContext turn, IEnumerable<TeamRole> roles) =>
        RichText.Lines(roles.Select(role => (RichText)role.Shown(turn)));

    public static HeldRole Held(RoleAssignment role) =>
        new(role.Role, role.SchoolId, role.MunicipalityId, role.Region);
}
