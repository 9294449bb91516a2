using CuratorBot.Conversations.Turns;
using CuratorBot.Schedule;
using CuratorBot.Schools;
using CuratorBot.Tasks;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Profiles;

/// <summary>
/// A school that comes into another group, into the project or out of it owes other things from now on. What is
/// done or overdue stays.
/// </summary>
public sealed class SchoolDuties(Joining joining)
{
    /// <summary>New schools have a profile from the first day on, and owe what is still to come.</summary>
    /// <param name="joined">Saved already.</param>
    public async Task Join(TurnContext turn, IReadOnlyList<School> joined)
    {
        turn.Db.AddRange(
            joined.Select(school => SchoolProfile.Of(school, turn.Ids.Next(), turn.Today, turn.Now))
        );
        await joining.Owe(turn, joined);
    }

    /// <param name="school">As it is now.</param>
    internal async Task Change(TurnContext turn, School school)
    {
        await turn.Db.SaveChangesAsync();
        var reason = turn.Texts.Plain("profiles.noLongerOwed");
        foreach (var owed in await Open(turn, school))
            if (!Obligations.Concerns(await TaskOf(turn, owed), school))
            {
                owed.End(Outcome.Excused, turn.Known?.PersonId ?? 0, turn.Now);
                owed.Reason = reason;
            }
        foreach (var excused in await Excused(turn, school, reason))
            if (Obligations.Concerns(await TaskOf(turn, excused), school))
                excused.Reopen();
        await joining.Owe(turn, [school]);
    }

    private static Task<List<Obligation>> Open(TurnContext turn, School school) =>
        ToCome(turn, school).Where(row => row.DoneAt == null).ToListAsync();

    private static Task<List<Obligation>> Excused(TurnContext turn, School school, string reason) =>
        ToCome(turn, school)
            .Where(row => row.DoneAt != null && row.Outcome == Outcome.Excused && row.Reason == reason)
            .ToListAsync();

    private static IQueryable<Obligation> ToCome(TurnContext turn, School school)
    {
        var today = turn.Today;
        return turn.Db.Obligations.Where(row =>
            row.OwnerKind == OwnerKind.School && row.OwnerId == school.Id && row.DueOn >= today
        );
    }

    private static async Task<ProjectTask> TaskOf(TurnContext turn, Obligation owed) =>
        (await turn.Db.Tasks.FindAsync(owed.TaskId))!;
}
