using CuratorBot.Data;

namespace CuratorBot.Schedule;

public enum OwnerKind
{
    School = 1,
    Municipality = 2,
    Region = 3,
}

/// <summary>How an obligation came to its end.</summary>
public enum Outcome
{
    Done = 0,

    /// <summary>«Не требуется»: a coordinator has said why this owner need not do it.</summary>
    Excused = 1,

    /// <summary>The whole task was called off.</summary>
    Cancelled = 2,
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
    public required bool Optional { get; set; }

    /// <summary>Whether reminders may be sent: false until a doubtful date is confirmed.</summary>
    public bool Active { get; set; } = true;

    /// <summary>When it came to its end, whatever the <see cref="Outcome"/>; null while it is open.</summary>
    public DateTimeOffset? DoneAt { get; set; }
    public DateOnly? DoneOn { get; set; }
    public long? DoneBy { get; set; }

    /// <summary>While it is open <see cref="Outcome.Done"/>, as of all that is expected of its owner.</summary>
    public Outcome Outcome { get; set; }

    /// <summary>Why it was excused; null otherwise.</summary>
    public string? Reason { get; set; }

    /// <summary>The link, the file's id or the number that the task wanted, and which of them it is.</summary>
    public string? Evidence { get; set; }
    public EvidenceKind EvidenceKind { get; set; }

    /// <summary>
    /// Of a document or photo: what she called it, where it lies in the store, and the hash and size of what lies
    /// there; null when it was not fetched, as before files were kept.
    /// </summary>
    public string? EvidenceName { get; set; }
    public string? EvidenceStoredAs { get; set; }
    public string? EvidenceSha256 { get; set; }
    public long? EvidenceSize { get; set; }

    public bool IsOpen => DoneAt is null;
    public bool IsReceived => DoneAt is not null && Outcome == Outcome.Done;

    /// <summary>Overdue from the day after the deadline, in the owner's zone; an optional task never is.</summary>
    public bool IsOverdue(DateOnly today) => IsOpen && Active && !Optional && DueOn < today;

    public void End(Outcome outcome, long by, DateTimeOffset now) =>
        (DoneAt, DoneOn, DoneBy, Outcome, Reason) = (now, LocalDays.Today(now, TimeZone), by, outcome, null);

    public void Prove(Proof? proof)
    {
        (Evidence, EvidenceKind) = (proof?.Value, proof?.Kind ?? EvidenceKind.Nothing);
        (EvidenceName, EvidenceStoredAs) = (proof?.File?.Name, proof?.File?.StoredAs);
        (EvidenceSha256, EvidenceSize) = (proof?.File?.Sha256, proof?.File?.Size);
    }

    /// <param name="reason">Why it is owed again; null where nobody says.</param>
    public void Reopen(string? reason = null)
    {
        (DoneAt, DoneBy, DoneOn, Outcome, Reason) = (null, null, null, Outcome.Done, reason);
        Prove(null);
    }
}
