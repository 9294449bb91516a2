using CuratorBot.Conversations.Turns;
using CuratorBot.Data;
using CuratorBot.Reminders;
using CuratorBot.Schedule;
using CuratorBot.Schools;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Tasks;

/// <summary>Schools that join the project in the middle of a year owe what is still to come.</summary>
public sealed class Joining(ReminderPlan plan)
{
    private const int AtOnce = 500;

    /// <param name="joined">Saved already.</param>
    public async Task Owe(TurnContext turn, IReadOnlyList<School> joined)
    {
        var db = turn.Db;
        var tasks = await db.Tasks.AsNoTracking().Where(task => task.CancelledAt == null).ToListAsync();
        var places = await db.Municipalities.AsNoTracking().ToListAsync();
        var obligations = new Obligations(places, joined, turn.Ids);
        foreach (var task in tasks)
        {
            var known = await OwnersOf(db, task.Id);
            var owed = obligations
                .Of(task)
                .Where(row => row.DueOn >= LocalDays.Today(turn.Now, row.TimeZone))
                .Where(row => !known.Contains((row.OwnerKind, row.OwnerId)))
                .ToList();
            db.Obligations.AddRange(owed);
            await db.SaveChangesAsync();
            foreach (var chunk in owed.Chunk(AtOnce))
                await plan.PlanFor(db, chunk, turn.Now);
        }
        await db.SaveChangesAsync();
    }

    private static async Task<HashSet<(OwnerKind, string)>> OwnersOf(CuratorBotDb db, string task) =>
        [
            .. (
                await db
                    .Obligations.Where(row => row.TaskId == task)
                    .Select(row => new { row.OwnerKind, row.OwnerId })
                    .ToListAsync()
            ).Select(row => (row.OwnerKind, row.OwnerId)),
        ];
}
