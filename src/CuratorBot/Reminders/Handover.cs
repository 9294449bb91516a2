using CuratorBot.Conversations.Turns;
using CuratorBot.People;
using CuratorBot.Schedule;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Reminders;

/// <summary>
/// What somebody owed by a role that ended passes on: to her successor, or to the people of the school who
/// are left. She is reminded no more, and her cards lose what is not hers.
/// </summary>
public sealed class Handover(ReminderPlan plan, Cards cards)
{
    private const int AtOnce = 500;

    /// <param name="lost">What she held until now; that it ended is saved already.</param>
    public async Task<Reply> After(TurnContext turn, long personId, IReadOnlyList<HeldRole> lost)
    {
        var former = (await PeopleDirectory.Read(turn.Db, personId))! with { Roles = lost };
        var edits = Reply.Nothing;
        foreach (
            var chunk in (await OwnObligations.Concerning(turn.Db, former, DateOnly.MaxValue)).Chunk(AtOnce)
        )
            edits.Then(await PassOn(turn, personId, chunk));
        return edits;
    }

    private async Task<Reply> PassOn(TurnContext turn, long personId, IReadOnlyCollection<long> ids)
    {
        var db = turn.Db;
        var open = await db.Obligations.Where(row => EF.Parameter(ids).Contains(row.Id)).ToListAsync();
        var owners = await Owners.Of(db, open);
        var gone = open.Where(row => owners.StandingOf(personId, row) == Standing.None).ToList();
        var goneIds = gone.Select(row => row.Id).ToList();
        var planned = await db
            .Reminders.Where(row =>
                row.PersonId == personId
                && row.State == ReminderState.Planned
                && EF.Parameter(goneIds).Contains(row.ObligationId)
            )
            .ToListAsync();
        db.Reminders.RemoveRange(planned);
        var edits = await cards.TakeAway(turn, personId, goneIds);
        await plan.PlanFor(db, gone, turn.Now);
        await db.SaveChangesAsync();
        return edits;
    }
}
