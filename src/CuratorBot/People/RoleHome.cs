using CuratorBot.Data;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.People;

/// <summary>A role that somebody holds, and where she is at home by it.</summary>
/// <param name="MunicipalityId">Of the role, or of its school.</param>
/// <param name="OverRegion">The region that the role is over; null elsewhere.</param>
/// <param name="TimeZone">IANA id: of her town, else the most common one of her region; null where neither is known.</param>
/// <param name="Region">Whose holidays are hers; null for one who is over the whole country.</param>
internal sealed record RoleHome(
    long PersonId,
    Role Role,
    string? SchoolId,
    string? MunicipalityId,
    string? OverRegion,
    string? TimeZone,
    string? Region
)
{
    /// <summary>In the order in which they were given; the first that knows a zone says in which she lives.</summary>
    /// <param name="roles">Those that have ended are left out.</param>
    public static IQueryable<RoleHome> Of(CuratorBotDb db, IQueryable<RoleAssignment> roles) =>
        from role in roles.AsNoTracking()
        where role.RevokedAt == null
        join school in db.Schools on role.SchoolId equals school.Id into schools
        from school in schools.DefaultIfEmpty()
        join municipality in db.Municipalities
            on role.MunicipalityId ?? school!.MunicipalityId equals municipality.Id
            into municipalities
        from municipality in municipalities.DefaultIfEmpty()
        orderby role.Id
        select new RoleHome(
            role.PersonId,
            role.Role,
            role.SchoolId,
            municipality!.Id,
            role.Region,
            municipality!.TimeZone
                ?? db.Municipalities.Where(place => place.Region == (role.Region ?? school!.Region))
                    .GroupBy(place => place.TimeZone)
                    .OrderByDescending(zone => zone.Count())
                    .ThenBy(zone => zone.Key)
                    .Select(zone => zone.Key)
                    .FirstOrDefault(),
            role.Region ?? school!.Region ?? municipality!.Region
        );

    /// <summary>In which she lives; that of the capital where nothing else is known.</summary>
    public static string ZoneOf(IEnumerable<RoleHome> homes) =>
        homes.Select(home => home.TimeZone).FirstOrDefault(zone => zone is not null) ?? Asker.DefaultTimeZone;
}
