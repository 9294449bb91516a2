using CuratorBot.Data;
using CuratorBot.Schedule;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Events.Planning;

/// <summary>What was agreed at an event of the school.</summary>
internal sealed record Promise(string NextStep, DateOnly MadeOn, DateOnly? CheckBackOn);

/// <param name="LastEvent">The last day on which an event served it; null when none has.</param>
internal sealed record RiskLine(string Name, DateOnly? LastEvent);

internal sealed record OpenTask(string Title, DateOnly DueOn);

/// <summary>What is known of a school on the day before somebody goes there.</summary>
/// <param name="LastVisit">Null when there has been none.</param>
/// <param name="Tasks">The most urgent of what it owes.</param>
/// <param name="TasksCount">How many there are in all.</param>
internal sealed record BriefFacts(
    DateOnly? LastVisit,
    Promise? LastPromise,
    IReadOnlyList<RiskLine> Risks,
    IReadOnlyList<OpenTask> Tasks,
    int TasksCount
)
{
    private const string Visit = "visit";
    private const int MostTasks = 5;

    public static async Task<BriefFacts> Read(CuratorBotDb db, string schoolId, DateOnly today)
    {
        var told =
            from school in db.Set<EventReportSchool>()
            where school.SchoolId == schoolId
            join report in db.EventReports on school.ReportId equals report.Id
            where report.To <= today && report.State != ReviewState.Returned
            select report;
        var owed =
            from obligation in db.Obligations
            where obligation.OwnerKind == OwnerKind.School && obligation.OwnerId == schoolId
            where obligation.DoneAt == null && obligation.Active
            join task in db.Tasks on obligation.TaskId equals task.Id
            select new { task.Title, obligation.DueOn };
        return new(
            await told.Where(report =>
                    db.EventTypes.Any(type => type.Id == report.TypeId && type.Category == Visit)
                )
                .MaxAsync(report => (DateOnly?)report.To),
            await told.Where(report => report.NextStep != null)
                .OrderByDescending(report => report.To)
                .ThenByDescending(report => report.Id)
                .Select(report => new Promise(report.NextStep!, report.To, report.CheckBackOn))
                .FirstOrDefaultAsync(),
            await (
                from risk in db.SchoolRisks
                where risk.SchoolId == schoolId
                join factor in db.RiskFactors on risk.RiskId equals factor.Id
                orderby factor.Order
                select new RiskLine(
                    factor.Name,
                    told.Where(report => report.RiskId == risk.RiskId).Max(report => (DateOnly?)report.To)
                )
            ).ToListAsync(),
            await owed.OrderBy(row => row.DueOn)
                .Take(MostTasks)
                .Select(row => new OpenTask(row.Title, row.DueOn))
                .ToListAsync(),
            await owed.CountAsync()
        );
    }
}
