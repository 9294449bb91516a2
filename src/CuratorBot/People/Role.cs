using CuratorBot.Data;
using CuratorBot.Schools;

namespace CuratorBot.People;

public enum Role
{
    Curator = 1,
    Director = 2,
    Teacher = 3,
    MunicipalCoordinator = 4,
    RegionalCoordinator = 5,

    /// <summary>Works for a region beside its coordinator, but gives no rights.</summary>
    RegionalOperator = 6,

    /// <summary>Reads what those who work there read, and changes nothing.</summary>
    Observer = 7,
}

public static class RoleKinds
{
    public static bool IsOfSchool(this Role role) => role is Role.Curator or Role.Director or Role.Teacher;

    public static bool IsRegional(this Role role) =>
        role is Role.RegionalCoordinator or Role.RegionalOperator;
}

/// <summary>
/// A role of a person over one thing: a school (curator, director, teacher), a municipality (municipal
/// coordinator), a region (regional coordinator and operator; null means every region), or any one of these
/// (observer). One person may hold several.
/// </summary>
public sealed class RoleAssignment : Entity, IByOrder
{
    public required long PersonId { get; init; }
    public required Role Role { get; init; }
    public string? SchoolId { get; init; }
    public string? MunicipalityId { get; init; }
    public string? Region { get; init; }
    public required DateTimeOffset GrantedAt { get; init; }
    public long? GrantedBy { get; init; }
    public DateTimeOffset? RevokedAt { get; set; }
    public long? RevokedBy { get; set; }

    /// <summary>Number and date of the order by which a curator was assigned; null without one.</summary>
    public string? OrderNumber { get; set; }
    public DateOnly? OrderDate { get; set; }
}
