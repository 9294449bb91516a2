using CuratorBot.Data;

namespace CuratorBot.Schools;

/// <summary>
/// A strong school that helps another one, from a day until it is relieved: «школа-куратор». Rows that have
/// ended stay as history.
/// </summary>
public sealed class CuratorSchool : Entity, IByOrder
{
    /// <summary>The school that is helped.</summary>
    public required string SchoolId { get; init; }
    public required string HelperId { get; init; }
    public required DateTimeOffset AssignedAt { get; init; }
    public required long AssignedBy { get; init; }
    public string? OrderNumber { get; set; }
    public DateOnly? OrderDate { get; set; }
    public DateTimeOffset? EndedAt { get; set; }
    public long? EndedBy { get; set; }
}
