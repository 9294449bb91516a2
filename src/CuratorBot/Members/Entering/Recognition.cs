using CuratorBot.Audit;
using CuratorBot.Conversations.Turns;
using CuratorBot.Data;
using CuratorBot.People;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Members.Entering;

/// <summary>
/// Recognises a newcomer by her own number: what the roster holds under it becomes hers at once. Where the
/// number does not tell for certain who she is, a coordinator decides.
/// </summary>
public sealed class Recognition(Membership membership)
{
    /// <summary>Whether the roster waits for anybody, so that asking for a number can spare the request.</summary>
    public static Task<bool> IsExpecting(CuratorBotDb db) =>
        db.RosterEntries.AnyAsync(entry => entry.PersonId == null);

    /// <summary>Whether somebody else is known by this number already.</summary>
    public static async Task<bool> IsOfAnother(CuratorBotDb db, string phone, long personId) =>
        await db.RosterEntries.AnyAsync(entry =>
            entry.Phone == phone && entry.PersonId != null && entry.PersonId != personId
        ) || await db.People.AnyAsync(person => person.Phone == phone && person.Id != personId);

    /// <param name="phone">From a contact that was her own.</param>
    /// <returns>Null when she has to ask to be let in.</returns>
    public async Task<Reply?> Try(TurnContext turn, string phone)
    {
        var (db, personId) = (turn.Db, turn.Who.PersonId);
        var entry = await db.RosterEntries.SingleOrDefaultAsync(row => row.Phone == phone);
        if (
            entry is not { PersonId: null }
            || await IsOfAnother(db, phone, personId)
            || await HasLeftSince(db, personId, entry.AddedAt)
        )
            return null;
        var roles = await db.RosterRoles.Where(role => role.EntryId == entry.Id).ToListAsync();
        if (roles.Count == 0)
            return null;
        var person = (await db.People.FindAsync(personId))!;
        (person.Name, person.Phone, entry.PersonId) = (person.Name ?? entry.Name, phone, personId);
        await AuditTrail.Note(turn, "person.recognised", AuditSubject.Person(personId));
        var held = roles.OrderBy(role => role.Id).Select(role => role.AsHeld);
        var granted = await Membership.Grant(turn, personId, held, entry.AddedBy);
        return await Welcome(turn, entry, granted);
    }

    /// <summary>Whoever was let go does not come back by a list that is older than that.</summary>
    private static Task<bool> HasLeftSince(CuratorBotDb db, long personId, DateTimeOffset addedAt) =>
        db.RoleAssignments.AnyAsync(role => role.PersonId == personId && role.RevokedAt >= addedAt);

    private async Task<Reply> Welcome(TurnContext turn, RosterEntry entry, int granted)
    {
        var reply = Reply.With(
            turn.Say(await ByWhichRoster(turn, entry)) with
            {
                RemovesContactButton = true,
            }
        );
        await WithdrawRequest(turn, reply);
        foreach (var message in await membership.Welcome(turn, turn.Who.PersonId, granted))
            reply.Then(message);
        await JoinCards.SendWaitingTo(turn, reply, turn.Who.PersonId);
        return reply;
    }

    private static async Task<Texts.RichText> ByWhichRoster(TurnContext turn, RosterEntry entry)
    {
        var day = LocalDays.Today(entry.AddedAt, turn.Who.TimeZone);
        var by = entry.AddedBy is { } adder ? await turn.Db.People.FindAsync(adder) : null;
        return by?.Name is { } name
            ? turn.Text("recognise.found", ("name", entry.Name), ("date", day), ("by", name))
            : turn.Text("recognise.foundByOperator", ("name", entry.Name), ("date", day));
    }

    /// <summary>What she asked for before is decided by the roster now.</summary>
    private static async Task WithdrawRequest(TurnContext turn, Reply reply)
    {
        if (await JoinRequest.WaitingOf(turn.Db, turn.Who.PersonId) is not { } request)
            return;
        (request.State, request.DecidedAt) = (JoinRequestState.Withdrawn, turn.Now);
        await JoinCards.Settle(turn, reply, request);
    }
}
