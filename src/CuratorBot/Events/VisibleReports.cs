using CuratorBot.People;

namespace CuratorBot.Events;

/// <summary>The one place that says whose reports a person may see.</summary>
internal static class VisibleReports
{
    /// <summary>
    /// Those of her own schools, municipalities and regions that were over by <paramref name="today"/>.
    /// </summary>
    public static IQueryable<EventReport> VisibleTo(
        this IQueryable<EventReport> reports,
        Asker who,
        DateOnly today
    )
    {
        var over = reports.Where(report => report.To <= today);
        var regions = who
            .Roles.Where(held => held.Role == Role.RegionalCoordinator)
            .Select(held => held.Region)
            .ToList();
        if (regions.Contains(null))
            return over;
        var (schools, municipalities) = (who.OwnSchools.ToList(), who.OwnMunicipalities.ToList());
        return over.Where(report =>
            report.Schools.Any(school => schools.Contains(school.SchoolId))
            || municipalities.Contains(report.MunicipalityId!)
            || regions.Contains(report.Region)
        );
    }
}
