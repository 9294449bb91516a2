using CuratorBot.Data;
using CuratorBot.People;
using CuratorBot.Schools;

namespace CuratorBot.Members.Team;

/// <summary>
/// Whose roles a coordinator sees, gives and ends: those at the schools that she may let people into, and
/// observers of the whole municipality. Other roles over a municipality or region are for those who lead the
/// region.
/// </summary>
internal static class Oversight
{
    public static bool IsFor(Asker who) => !who.MayAdmit.IsEmpty;

    /// <summary>Roles that she oversees, held and ended.</summary>
    public static IQueryable<RoleAssignment> Roles(CuratorBotDb db, Asker who)
    {
        if (who.MayAdmit.Everything)
            return db.RoleAssignments;
        var (places, regions) = (who.MayAdmit.Municipalities, who.MayAdmit.Regions);
        return from role in db.RoleAssignments
            join school in db.Schools on role.SchoolId equals school.Id into schools
            from school in schools.DefaultIfEmpty()
            join municipality in db.Municipalities
                on role.MunicipalityId ?? school!.MunicipalityId equals municipality.Id
                into municipalities
            from municipality in municipalities.DefaultIfEmpty()
            where
                ((role.SchoolId != null || role.Role == Role.Observer) && places.Contains(municipality!.Id))
                || regions.Contains(role.Region ?? school!.Region ?? municipality!.Region)
            select role;
    }

    public static IQueryable<School> Schools(CuratorBotDb db, Asker who) => who.MayAdmit.Within(db.Schools);

    /// <summary>May she give this role at a school?</summary>
    public static bool MayGive(Asker who, School school) => who.MayAdmit.Includes(school);

    /// <summary>May she give a role over a whole municipality?</summary>
    public static bool MayGive(Asker who, Municipality municipality) =>
        who.MayAdmit.IncludesRegion(municipality.Region);
}
