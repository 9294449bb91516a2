using System.Globalization;
using CuratorBot.Conversations.Turns;
using CuratorBot.People;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Events.Planning;

/// <summary>
/// Whose a planned event is: everybody with a role over the school sees it; who planned it, while she works
/// there, and whoever helps the school moves it, calls it off and reports of it.
/// </summary>
internal static class PlanRights
{
    public static IQueryable<PlannedEvent> VisibleTo(this IQueryable<PlannedEvent> plans, Asker who) =>
        who.MaySee.Within(plans);

    /// <returns>The planned event, if she may see it now.</returns>
    public static async Task<PlannedEvent?> Find(TurnContext turn, string? id) =>
        long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && await turn.Db.PlannedEvents.FindAsync(number) is { } plan
        && Includes(turn.Who.MaySee, plan)
            ? plan
            : null;

    /// <returns>The planned event, if she may change it now and nobody has said yet how it went.</returns>
    public static async Task<PlannedEvent?> FindOpen(TurnContext turn, string? id) =>
        await Find(turn, id) is { IsOpen: true } plan && MayChange(turn.Who, plan) ? plan : null;

    /// <param name="schoolId">Null where no school was named: then it must be the only one.</param>
    /// <returns>Her own open one that lies nearest to today, within two weeks; null without.</returns>
    public static async Task<PlannedEvent?> NearestOpen(TurnContext turn, string? schoolId)
    {
        var (me, from, to) = (turn.Who.PersonId, turn.Today.AddDays(-DaysNear), turn.Today.AddDays(DaysNear));
        var plans = await turn
            .Db.PlannedEvents.AsNoTracking()
            .VisibleTo(turn.Who)
            .Where(plan => plan.AuthorId == me && plan.State == PlanState.Open)
            .Where(plan => plan.On >= from && plan.On <= to)
            .Where(plan => schoolId == null || plan.SchoolId == schoolId)
            .ToListAsync();
        var hers = plans.FindAll(plan => MayChange(turn.Who, plan));
        return schoolId is null && hers.Count > 1
            ? null
            : hers.MinBy(plan => (Math.Abs(plan.On.DayNumber - turn.Today.DayNumber), plan.Id));
    }

    private const int DaysNear = 14;

    public static bool MayChange(Asker who, PlannedEvent plan) =>
        Includes(plan.AuthorId == who.PersonId ? who.MayWork : who.MayHelp, plan);

    public static bool Includes(Scope scope, PlannedEvent plan) =>
        scope.Includes(plan.SchoolId, plan.MunicipalityId, plan.Region);
}
