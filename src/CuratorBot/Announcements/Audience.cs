using CuratorBot.Data;
using CuratorBot.People;

namespace CuratorBot.Announcements;

/// <summary>For whom an announcement is, within what its author works for.</summary>
internal static class Audience
{
    /// <summary>Ids of people, each perhaps several times; the author is never among them.</summary>
    public static IQueryable<long> Of(CuratorBotDb db, Announcement announcement, Scope scope)
    {
        var (roles, author) = (announcement.Roles, announcement.AuthorId);
        var (group, place) = (announcement.Group, announcement.MunicipalityId);
        var held = db.RoleAssignments.Where(role =>
            role.RevokedAt == null && role.PersonId != author && roles.Contains(role.Role)
        );
        var schools = scope
            .Within(db.Schools)
            .Where(school => group == null || school.Group == group)
            .Where(school => place == null || school.MunicipalityId == place);
        var towns = scope
            .Within(db.Municipalities)
            .Where(town => place == null || town.Id == place)
            .Where(town =>
                group == null
                || db.Schools.Any(school => school.MunicipalityId == town.Id && school.Group == group)
            );
        var ofSchools =
            from role in held
            join school in schools on role.SchoolId equals school.Id
            where role.Role != Role.Observer
            select role.PersonId;
        var ofTowns =
            from role in held
            join town in towns on role.MunicipalityId equals town.Id
            where role.SchoolId == null && role.Role == Role.MunicipalCoordinator
            select role.PersonId;
        return ofSchools.Concat(ofTowns);
    }
}
