using CuratorBot.Conversations.Turns;
using CuratorBot.Data;
using CuratorBot.People;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Schedule;

/// <summary>
/// The tasks that concern what a person may see: those of the country, of her region, of her municipality.
/// Whoever sees a whole region sees the tasks of all its municipalities.
/// </summary>
internal static class VisibleTasks
{
    public static async Task<IQueryable<ProjectTask>> To(TurnContext turn)
    {
        var scope = turn.Who.MaySee;
        if (scope.Everything)
            return turn.Db.Tasks;
        var (towns, around) = await PlacesOf(turn.Db, scope);
        var whole = scope.Regions;
        return turn.Db.Tasks.Where(task =>
            task.Region == null
            || whole.Contains(task.Region)
            || (task.MunicipalityId == null && around.Contains(task.Region))
            || towns.Contains(task.MunicipalityId!)
        );
    }

    /// <summary>Null when there is none of the id, or none for her.</summary>
    public static async Task<ProjectTask?> Find(TurnContext turn, string id) =>
        await (await To(turn)).SingleOrDefaultAsync(task => task.Id == id);

    /// <summary>Her municipalities, and the regions that they and her schools lie in.</summary>
    private static async Task<(List<string> Towns, List<string> Regions)> PlacesOf(
        CuratorBotDb db,
        Scope scope
    )
    {
        var (own, places) = (scope.Schools, scope.Municipalities);
        var schools = await db
            .Schools.Where(row => own.Contains(row.Id))
            .Select(row => new { row.MunicipalityId, row.Region })
            .ToListAsync();
        var regions = await db
            .Municipalities.Where(row => places.Contains(row.Id))
            .Select(row => row.Region)
            .ToListAsync();
        return (
            [.. places.Concat(schools.Select(row => row.MunicipalityId).OfType<string>()).Distinct()],
            [.. regions.Concat(schools.Select(row => row.Region)).Distinct()]
        );
    }
}
