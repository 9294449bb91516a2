using CuratorBot.Conversations.Turns;
using CuratorBot.Members.Entering;
using CuratorBot.Members.Helping;
using CuratorBot.Papers;
using CuratorBot.People;
using CuratorBot.Reminders;
using CuratorBot.Texts;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Members.Team;

/// <summary>
/// Gives and ends roles with all that follows, in the transaction of the turn: what was owed passes on, cards
/// lose their buttons, what waits for a decision goes to others, the menu is set anew, and she is told.
/// </summary>
public sealed class RoleChanges(Membership membership, Handover handover)
{
    /// <summary>She is told by a message of her own with the roles that are new; none when she held them all.</summary>
    public async Task<Reply> Give(
        TurnContext turn,
        long personId,
        IEnumerable<HeldRole> roles,
        OrderReference? order
    )
    {
        var wanted = roles.ToList();
        var granted = await Membership.Grant(turn, personId, wanted, turn.Who.PersonId, order);
        var reply = new Reply();
        if (granted == 0)
            return reply;
        foreach (var message in await membership.Welcome(turn, personId, granted))
            reply.Tell(personId, message);
        if (wanted.Exists(role => role.Role is Role.MunicipalCoordinator or Role.RegionalCoordinator))
            await JoinCards.SendWaitingTo(turn, reply, personId);
        return reply;
    }

    /// <param name="told">What she reads: which of her roles ended and why.</param>
    internal async Task<Reply> End(TurnContext turn, IReadOnlyList<TeamRole> roles, RichText told)
    {
        var personId = roles[0].Row.PersonId;
        var reply = await Follow(turn, personId, await Revoke(turn, personId, roles));
        var left = (await PeopleDirectory.Read(turn.Db, personId))!;
        reply.Tell(personId, turn.Say(RichText.Lines(told, "", await WhatIsLeft(turn, left))));
        return reply.Tell(personId, CommandMenu.MessageFor(turn, left));
    }

    /// <summary>Other schools for a curator, in one step: she reads it once, and her drafts stay.</summary>
    internal async Task<Reply> Move(
        TurnContext turn,
        long personId,
        IReadOnlyList<TeamRole> ending,
        IReadOnlyList<HeldRole> beginning,
        OrderReference? order
    )
    {
        var lost = await Revoke(turn, personId, ending);
        await Membership.Grant(turn, personId, beginning, turn.Who.PersonId, order);
        var reply = await handover.After(turn, personId, lost);
        var left = (await PeopleDirectory.Read(turn.Db, personId))!;
        var told = turn.Text("team.move.told", ("by", turn.Who.Name));
        reply.Tell(personId, turn.Say(RichText.Lines(told, "", await WhatIsLeft(turn, left))));
        return reply.Tell(personId, CommandMenu.MessageFor(turn, left));
    }

    /// <summary>What follows from the end of roles: what was owed and what waits for a decision passes on.</summary>
    /// <param name="lost">What she held until now; that it ended is saved already.</param>
    internal async Task<Reply> Follow(TurnContext turn, long personId, IReadOnlyList<HeldRole> lost)
    {
        var reply = await handover.After(turn, personId, lost);
        await JoinCards.HandOver(turn, reply, personId);
        return reply;
    }

    private static Task<IReadOnlyList<HeldRole>> Revoke(
        TurnContext turn,
        long personId,
        IReadOnlyList<TeamRole> roles
    ) => Membership.Revoke(turn, personId, roles.Select(role => TeamRoles.Held(role.Row)), turn.Who.PersonId);

    private static async Task<RichText> WhatIsLeft(TurnContext turn, Asker left)
    {
        if (!left.IsMember)
            return turn.Text("team.told.nothingLeft");
        var roles = turn.Text(
            "team.told.left",
            ("roles", await RoleLines.Of(turn.Db, turn.Texts, left.Roles))
        );
        return await turn.Db.Sessions.AnyAsync(draft =>
            draft.PersonId == left.PersonId && draft.RemovedAt == null
        )
            ? RichText.Lines(roles, "", turn.Text("team.told.draftStays"))
            : roles;
    }
}
