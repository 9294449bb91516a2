using CuratorBot.Data;
using CuratorBot.People;

namespace CuratorBot.Events.Listing;

/// <summary>The one place that says whose reports a person may see, and of which places a report is.</summary>
internal static class VisibleReports
{
    /// <summary>
    /// Those of her own schools, municipalities and regions that were over by <paramref name="today"/>. What was
    /// returned is between its author and who returned it.
    /// </summary>
    public static IQueryable<EventReport> ReportsVisibleTo(this CuratorBotDb db, Asker who, DateOnly today)
    {
        var over = db.EventReports.Where(report =>
            report.To <= today && (report.State != ReviewState.Returned || report.AuthorId == who.PersonId)
        );
        if (who.MaySee.Everything)
            return over;
        var schools = who.MaySee.Within(db.Schools).Select(school => school.Id);
        var (municipalities, regions) = (who.MaySee.Municipalities, who.MaySee.Regions);
        return over.Where(report =>
            report.Schools.Any(school => schools.Contains(school.SchoolId))
            || municipalities.Contains(report.MunicipalityId!)
            || regions.Contains(report.Region)
        );
    }

    /// <summary>
    /// An event is of every municipality, or region, in which one of its schools lies; it names one itself only
    /// where that is the only one.
    /// </summary>
    /// <param name="municipalityId">Null for a whole region.</param>
    public static IQueryable<EventReport> OfPlace(
        this IQueryable<EventReport> reports,
        CuratorBotDb db,
        string? municipalityId,
        string? region
    )
    {
        var shared =
            from school in db.Schools
            where municipalityId == null ? school.Region == region : school.MunicipalityId == municipalityId
            join one in db.Set<EventReportSchool>() on school.Id equals one.SchoolId
            select one.ReportId;
        return municipalityId is null
            ? reports.Where(report =>
                report.Region == region || (report.Region == null && shared.Contains(report.Id))
            )
            : reports.Where(report =>
                report.MunicipalityId == municipalityId
                || (report.MunicipalityId == null && shared.Contains(report.Id))
            );
    }
}
