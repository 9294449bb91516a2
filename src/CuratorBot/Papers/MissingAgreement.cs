using CuratorBot.Data;
using CuratorBot.Events;
using CuratorBot.Registers;
using CuratorBot.Schools;

namespace CuratorBot.Papers;

/// <summary>«Посещение было, соглашения нет»: a school and the one that helps it, which have signed nothing.</summary>
internal sealed class MissingAgreement
{
    /// <summary>Of the <see cref="CuratorSchool"/>.</summary>
    public required long PairId { get; init; }
    public required string SchoolId { get; init; }
    public required string HelperId { get; init; }

    /// <summary>The last day of the newest visit.</summary>
    public required DateOnly VisitedOn { get; init; }

    private const string Visit = "visit";

    /// <summary>An event that says itself that something was signed.</summary>
    private const string Signing = "agreement_signing";

    /// <param name="schools">Of which schools that are helped.</param>
    /// <param name="until">Visits that were over by then.</param>
    public static IQueryable<MissingAgreement> In(
        CuratorBotDb db,
        IQueryable<School> schools,
        DateOnly until
    ) =>
        from pair in db.CuratorSchools
        where pair.EndedAt == null && schools.Any(school => school.Id == pair.SchoolId)
        let visitedOn = (
            from visited in db.Set<EventReportSchool>()
            where visited.SchoolId == pair.SchoolId
            join report in db.EventReports on visited.ReportId equals report.Id
            where report.To <= until && report.State != ReviewState.Returned && report.EventsCount > 0
            where
                report.TypeId == Signing
                || db.EventTypes.Any(type => type.Id == report.TypeId && type.Category == Visit)
            select (DateOnly?)report.To
        ).Max()
        where
            visitedOn != null
            && !db.Set<Agreement>()
                .Any(paper =>
                    paper.State == RegisterRow.Active
                    && (
                        (paper.SchoolId == pair.SchoolId && paper.OtherSchoolId == pair.HelperId)
                        || (paper.SchoolId == pair.HelperId && paper.OtherSchoolId == pair.SchoolId)
                    )
                )
        select new MissingAgreement
        {
            PairId = pair.Id,
            SchoolId = pair.SchoolId,
            HelperId = pair.HelperId,
            VisitedOn = visitedOn!.Value,
        };
}
