using CuratorBot.Conversations.Turns;
using CuratorBot.Data;
using CuratorBot.Members.Entering;
using CuratorBot.Messaging;
using CuratorBot.People;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Members.Team;

/// <summary>
/// What follows for others when somebody goes: her coordinators hear which roles are free, and what she owed or
/// had to decide passes on. What they read names roles and places, never her.
/// </summary>
public sealed class Departure(RoleChanges changes)
{
    /// <summary>Ends her roles; call it while she still holds them.</summary>
    public async Task<Reply> EndRoles(TurnContext turn, Asker who)
    {
        var told = await TellCoordinators(turn, who);
        var lost = await Membership.Revoke(turn, who.PersonId, who.Roles, turn.Known?.PersonId);
        return told.Then(await changes.Follow(turn, who.PersonId, lost));
    }

    /// <summary>Takes her waiting requests back, in the chats of those who were asked, too.</summary>
    public static async Task<Reply> CloseRequests(TurnContext turn, long personId)
    {
        var told = Reply.Nothing;
        var waiting = await turn
            .Db.JoinRequests.Where(row => row.PersonId == personId && row.State == JoinRequestState.Waiting)
            .ToListAsync();
        foreach (var request in waiting)
        {
            (request.State, request.DecidedAt) = (JoinRequestState.Withdrawn, turn.Now);
            var cards = turn.Db.JoinRequestCards.AsNoTracking().Where(card => card.RequestId == request.Id);
            foreach (var card in await cards.OrderBy(card => card.OutboxId).ToListAsync())
                told.Tell(card.PersonId, Gone(turn, card.OutboxId));
        }
        return told;
    }

    private static OutgoingMessage Gone(TurnContext turn, long card) =>
        turn.Say("mydata.requestGone") with
        {
            Kind = OutgoingKind.Edit,
            Target = card,
        };

    private static async Task<Reply> TellCoordinators(TurnContext turn, Asker who)
    {
        var free = new Dictionary<long, List<HeldRole>>();
        foreach (var held in who.Roles)
        foreach (var coordinator in await CoordinatorsOver(turn.Db, held, who.PersonId))
            (free.TryGetValue(coordinator, out var roles) ? roles : free[coordinator] = []).Add(held);
        var told = Reply.Nothing;
        foreach (var (coordinator, roles) in free.OrderBy(pair => pair.Key))
            told.Tell(
                coordinator,
                turn.Say("mydata.left", ("roles", await RoleLines.Of(turn.Db, turn.Texts, roles)))
            );
        return told;
    }

    /// <summary>Those of the municipality; of the region where there are none, and for a coordinator's own role.</summary>
    private static async Task<IReadOnlyList<long>> CoordinatorsOver(
        CuratorBotDb db,
        HeldRole held,
        long without
    )
    {
        var place = held.MunicipalityId;
        var region =
            held.Region
            ?? await db
                .Municipalities.Where(row => row.Id == place)
                .Select(row => row.Region)
                .SingleOrDefaultAsync();
        var others = db.RoleAssignments.Where(row => row.RevokedAt == null && row.PersonId != without);
        var municipal =
            place is null || held.Role == Role.MunicipalCoordinator
                ? []
                : await PeopleOf(
                    others.Where(row => row.Role == Role.MunicipalCoordinator && row.MunicipalityId == place)
                );
        return municipal.Count > 0
            ? municipal
            : await PeopleOf(
                others.Where(row =>
                    row.Role == Role.RegionalCoordinator && (row.Region == null || row.Region == region)
                )
            );
    }

    private static Task<List<long>> PeopleOf(IQueryable<RoleAssignment> roles) =>
        roles.Select(role => role.PersonId).Distinct().OrderBy(id => id).ToListAsync();
}
