using CuratorBot.Data;

namespace CuratorBot.People;

/// <summary>
/// Somebody whom a coordinator expects, perhaps before she ever wrote to the bot. Whoever shares this number as
/// her own is recognised by it and gets the <see cref="RosterRole"/>s at once; from then on
/// <see cref="PersonId"/> says who she is, and a later roster that changes her roles changes her rights.
/// </summary>
public sealed class RosterEntry : Entity
{
    /// <summary>As the coordinator wrote it: 2–100 characters.</summary>
    public required string Name { get; set; }

    /// <summary>As <see cref="PhoneNumber"/> and <see cref="Person.Phone"/> have it. Unique.</summary>
    public required string Phone { get; set; }
    public string? Email { get; set; }

    /// <summary>The person who was recognised by the number; null until she comes.</summary>
    public long? PersonId { get; set; }
    public required DateTimeOffset AddedAt { get; init; }

    /// <summary>Who put her in; null from the command line.</summary>
    public long? AddedBy { get; init; }
}

/// <summary>A role that somebody of the roster is to have over one school or one municipality.</summary>
public sealed class RosterRole : Entity
{
    public required long EntryId { get; init; }
    public required Role Role { get; init; }

    /// <summary>Null for a role over a municipality.</summary>
    public string? SchoolId { get; init; }

    /// <summary>Of the school, or coordinated; null only for a school that is in none as far as is known.</summary>
    public string? MunicipalityId { get; init; }
    public required string Region { get; init; }

    /// <summary>The same as a role that a person holds.</summary>
    public HeldRole AsHeld => new(Role, SchoolId, SchoolId is null ? MunicipalityId : null, null);
}
