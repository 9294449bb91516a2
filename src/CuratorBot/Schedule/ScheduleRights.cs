using CuratorBot.Conversations.Turns;
using CuratorBot.People;
using CuratorBot.Schools;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Schedule;

/// <summary>
/// Who may change what of the schedule: whoever coordinates all that it concerns. A task of the country belongs
/// to those who lead every region with schools in the project.
/// </summary>
internal static class ScheduleRights
{
    public static bool MayAdd(Asker who) => !who.MayAdmit.IsEmpty;

    public static async Task<bool> MayChange(TurnContext turn, ProjectTask task) =>
        task.Region is { } region
            ? MayAddTo(turn.Who, region, task.MunicipalityId)
            : await LeadsTheCountry(turn);

    public static bool MayAddTo(Asker who, string region, string? municipality) =>
        municipality is null
            ? who.MayLead.IncludesRegion(region)
            : who.MayAdmit.IncludesPlace(municipality, region);

    public static async Task<bool> LeadsTheCountry(TurnContext turn)
    {
        var scope = turn.Who.MayLead;
        var regions = scope.Regions;
        return scope.Everything
            || (
                regions.Count > 0
                && !await turn.Db.Schools.AnyAsync(school =>
                    school.Part == School.Participant && !regions.Contains(school.Region)
                )
            );
    }

    /// <summary>Nobody excuses herself: what an authority owes, the coordinator of the region does.</summary>
    public static bool MayExcuse(Asker who, Obligation obligation) =>
        obligation.OwnerKind == OwnerKind.School
            ? who.MayAdmit.IncludesPlace(obligation.MunicipalityId, obligation.Region)
            : who.MayLead.IncludesRegion(obligation.Region);

    public static bool MayReopen(Asker who, Obligation obligation) =>
        who.MayAdmit.IncludesPlace(obligation.MunicipalityId, obligation.Region);
}
