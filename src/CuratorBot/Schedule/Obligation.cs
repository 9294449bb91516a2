using CuratorBot.Data;

namespace CuratorBot.Schedule;

public enum OwnerKind
{
    School = 1,
    Municipality = 2,
    Region = 3,
}

/// <summary>
/// One owner's part of a task: this school, this municipal authority or this region owes it by this local
/// date. Open while <see cref="DoneAt"/> is null.
/// </summary>
public sealed class Obligation : Entity
{
    public required string TaskId { get; init; }
    public required OwnerKind OwnerKind { get; init; }

    /// <summary>Id of the school or municipality, or the name of the region.</summary>
    public required string OwnerId { get; init; }

    /// <summary>The municipality of the owner, for status and rights; null for a region or an unplaced school.</summary>
    public string? MunicipalityId { get; set; }
    public required string Region { get; init; }
    public required DateOnly DueOn { get; set; }

    /// <summary>IANA id of the zone in which the day of the deadline ends.</summary>
    public required string TimeZone { get; set; }
    public required bool Optional { get; init; }

    /// <summary>Whether reminders may be sent: false until a doubtful date is confirmed.</summary>
    public bool Active { get; set; } = true;
    public DateTimeOffset? DoneAt { get; set; }
    public DateOnly? DoneOn { get; set; }
    public long? DoneBy { get; set; }

    /// <summary>The link or the file's id that the task wanted.</summary>
    public string? Evidence { get; set; }

    public bool IsOpen => DoneAt is null;

    /// <summary>Overdue from the day after the deadline, in the owner's zone; an optional task never is.</summary>
    public bool IsOverdue(DateOnly today) => IsOpen && Active && !Optional && DueOn < today;
}
