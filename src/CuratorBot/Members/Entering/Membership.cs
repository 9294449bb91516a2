using CuratorBot.Audit;
using CuratorBot.Conversations.Turns;
using CuratorBot.Members.Helping;
using CuratorBot.Members.Team;
using CuratorBot.Messaging;
using CuratorBot.Papers;
using CuratorBot.People;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Members.Entering;

/// <summary>Gives roles and tells the new member what she can do now.</summary>
public sealed class Membership
{
    /// <summary>Adds the roles that she does not hold yet; how many there were.</summary>
    /// <param name="order">By which a curator is assigned.</param>
    public static async Task<int> Grant(
        TurnContext turn,
        long personId,
        IEnumerable<HeldRole> roles,
        long? grantedBy,
        OrderReference? order = null
    )
    {
        var held = await turn
            .Db.RoleAssignments.AsNoTracking()
            .Where(role => role.PersonId == personId && role.RevokedAt == null)
            .ToListAsync();
        var missing = roles.Where(role => !held.Any(other => IsSame(role, other))).ToList();
        foreach (var role in missing)
        {
            turn.Db.RoleAssignments.Add(
                new RoleAssignment
                {
                    Id = turn.Ids.Next(),
                    PersonId = personId,
                    Role = role.Role,
                    SchoolId = role.SchoolId,
                    MunicipalityId = role.SchoolId is null ? role.MunicipalityId : null,
                    Region = role.Region,
                    GrantedAt = turn.Now,
                    GrantedBy = grantedBy,
                    OrderNumber = role.Role == Role.Curator ? order?.Number : null,
                    OrderDate = role.Role == Role.Curator ? order?.Date : null,
                }
            );
            await AuditTrail.Note(turn, "role.granted", PlaceOf(personId, role), after: $"{role.Role}");
        }
        await turn.Db.SaveChangesAsync();
        return missing.Count;
    }

    /// <summary>Takes roles away; those of them that she held.</summary>
    public static async Task<IReadOnlyList<HeldRole>> Revoke(
        TurnContext turn,
        long personId,
        IEnumerable<HeldRole> roles,
        long? revokedBy
    )
    {
        var lost = roles.ToList();
        var held = await turn
            .Db.RoleAssignments.Where(role => role.PersonId == personId && role.RevokedAt == null)
            .ToListAsync();
        var revoked = held.Where(role => lost.Exists(other => IsSame(other, role))).ToList();
        foreach (var role in revoked)
        {
            (role.RevokedAt, role.RevokedBy) = (turn.Now, revokedBy);
            var subject = PlaceOf(personId, lost.First(other => IsSame(other, role)));
            await AuditTrail.Note(turn, "role.ended", subject, before: $"{role.Role}");
        }
        await turn.Db.SaveChangesAsync();
        return [.. revoked.Select(TeamRoles.Held)];
    }

    /// <summary>The roles of an invitation at once. One that brings her nothing new stays open.</summary>
    public async Task<Reply> Redeem(
        TurnContext turn,
        Invitation invitation,
        string? schoolId,
        string? municipalityId
    )
    {
        var role = new HeldRole(
            invitation.Role,
            schoolId,
            schoolId is null ? municipalityId : null,
            invitation.Region
        );
        var personId = turn.Who.PersonId;
        await DropJoinDraft(turn);
        var granted = await Grant(turn, personId, [role], invitation.CreatedBy);
        if (granted == 0)
            return Reply.With(turn.Say("invited.alreadyYours"));
        (invitation.UsedBy, invitation.UsedAt) = (personId, turn.Now);
        var subject = PlaceOf(personId, role) with { Kind = "invitation", Id = $"{invitation.Id}" };
        await AuditTrail.Note(turn, "invitation.used", subject, after: $"{role.Role}");
        var reply = new Reply();
        foreach (var message in await Welcome(turn, personId, granted))
            reply.Then(message);
        if (role.Role is Role.MunicipalCoordinator or Role.RegionalCoordinator)
            await JoinCards.SendWaitingTo(turn, reply, personId);
        return reply;
    }

    /// <summary>Who she is now, what she can do, and the menu for it.</summary>
    /// <param name="granted">How many of her roles are new.</param>
    public async Task<IReadOnlyList<OutgoingMessage>> Welcome(TurnContext turn, long personId, int granted)
    {
        var who = (await PeopleDirectory.Read(turn.Db, personId))!;
        var welcome = turn.Say(
            who.Roles.Count > granted ? "people.widened" : "people.welcome",
            ("name", who.Name),
            ("roles", await RoleLines.Of(turn.Db, turn.Texts, who.Roles)),
            ("commands", await CommandMenu.LinesFor(turn, who))
        );
        return [welcome with { RemovesContactButton = true }, CommandMenu.MessageFor(turn, who)];
    }

    /// <summary>Whoever comes in by invitation while asking to be let in need not ask any more.</summary>
    private static async Task DropJoinDraft(TurnContext turn)
    {
        var drafts = turn.Db.Sessions.Where(row =>
            row.PersonId == turn.Who.PersonId
            && (row.Form == JoinForm.FormName || row.Form == RecogniseForm.FormName)
        );
        turn.Db.Sessions.RemoveRange(await drafts.ToListAsync());
    }

    private static AuditSubject PlaceOf(long personId, HeldRole role) =>
        AuditSubject.Person(personId) with
        {
            SchoolId = role.SchoolId,
            MunicipalityId = role.MunicipalityId,
            Region = role.Region,
        };

    private static bool IsSame(HeldRole role, RoleAssignment other) =>
        role.Role == other.Role
        && role.SchoolId == other.SchoolId
        && (role.SchoolId is not null || role.MunicipalityId == other.MunicipalityId)
        && role.Region == other.Region;
}
