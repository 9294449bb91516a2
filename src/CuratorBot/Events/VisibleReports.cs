using CuratorBot.People;

namespace CuratorBot.Events;

/// <summary>The one place that says whose reports a person may see.</summary>
internal static class VisibleReports
{
    /// <summary>
    /// Those of her own schools, municipalities and regions that were over by <paramref name="today"/>. What was
    /// returned is between its author and who returned it.
    /// </summary>
    public static IQueryable<EventReport> VisibleTo(
        this IQueryable<EventReport> reports,
        Asker who,
        DateOnly today
    )
    {
        var over = reports.Where(report =>
            report.To <= today && (report.State != ReviewState.Returned || report.AuthorId == who.PersonId)
        );
        if (who.MaySee.Everything)
            return over;
        var (schools, municipalities) = (who.MaySee.Schools, who.MaySee.Municipalities);
        var regions = who.MaySee.Regions;
        return over.Where(report =>
            report.Schools.Any(school => schools.Contains(school.SchoolId))
            || municipalities.Contains(report.MunicipalityId!)
            || regions.Contains(report.Region)
        );
    }
}
