using CuratorBot.Conversations.Turns;
using CuratorBot.Events.Planning;
using CuratorBot.Schools;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Events.Coverage;

/// <summary>What is known of the schools of the project that she may see.</summary>
internal static class CoverageFacts
{
    private const string Visit = "visit";

    public static async Task<List<SchoolCoverage>> Read(TurnContext turn)
    {
        var (db, today) = (turn.Db, turn.Today);
        var lately = today.AddDays(-7 * SchoolCoverage.WeeksOfSilence);
        var told =
            from school in db.Set<EventReportSchool>()
            join report in db.EventReports on school.ReportId equals report.Id
            where report.To <= today && report.State != ReviewState.Returned && report.EventsCount > 0
            select new
            {
                school.SchoolId,
                report.To,
                report.RiskId,
                report.CheckBackOn,
                IsVisit = db.EventTypes.Any(type => type.Id == report.TypeId && type.Category == Visit),
            };
        var rows = await turn
            .Who.MaySee.Within(db.Schools)
            .Where(school => school.Part == School.Participant)
            .Select(school => new
            {
                school.Id,
                school.ShortName,
                school.FailureLevel,
                LastVisit = told.Where(row => row.SchoolId == school.Id && row.IsVisit)
                    .Max(row => (DateOnly?)row.To),
                Promise = told.Where(row => row.SchoolId == school.Id && row.CheckBackOn < today)
                    .Where(row =>
                        !told.Any(later => later.SchoolId == school.Id && later.To >= row.CheckBackOn)
                    )
                    .Min(row => row.CheckBackOn),
                Planned = db
                    .PlannedEvents.Where(plan =>
                        plan.SchoolId == school.Id && plan.State == PlanState.Open && plan.On >= today
                    )
                    .Min(plan => (DateOnly?)plan.On),
                Risks = db.SchoolRisks.Count(risk => risk.SchoolId == school.Id),
                RisksWithout = db.SchoolRisks.Count(risk =>
                    risk.SchoolId == school.Id
                    && !told.Any(row =>
                        row.SchoolId == school.Id && row.RiskId == risk.RiskId && row.To >= lately
                    )
                ),
            })
            .ToListAsync();
        return
        [
            .. rows.Select(row => new SchoolCoverage(
                    row.Id,
                    row.ShortName,
                    row.LastVisit,
                    row.FailureLevel,
                    row.Risks,
                    row.RisksWithout,
                    row.Promise,
                    row.Planned
                ))
                .OrderByDescending(school => school.Urgency(today))
                .ThenBy(school => school.Name, School.ByShortName),
        ];
    }
}
