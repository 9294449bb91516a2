using CuratorBot.Data;
using CuratorBot.People;

namespace CuratorBot.Events.Planning;

public enum PlanState
{
    /// <summary>Still to come, or its day is over and nobody has said how it went.</summary>
    Open = 0,

    /// <summary>There is a report of it.</summary>
    Held = 1,

    /// <summary>Called off, before its day or after it.</summary>
    NotHeld = 2,
}

/// <summary>What the clock has to say next to whoever planned it.</summary>
public enum PlanStage
{
    /// <summary>What to know before it.</summary>
    Brief = 0,

    /// <summary>How it went, on the day itself.</summary>
    Nudge = 1,

    /// <summary>The same, once more.</summary>
    SecondNudge = 2,
    Nothing = 3,
}

/// <summary>A visit or another event that somebody means to hold for one school.</summary>
public sealed class PlannedEvent : Entity, IPlaced
{
    public required string TypeId { get; init; }

    /// <summary>Who goes; another one once she does not work with the school any more.</summary>
    public required long AuthorId { get; set; }
    public required string SchoolId { get; init; }
    public string? MunicipalityId { get; init; }
    public required string Region { get; init; }

    /// <summary>IANA id of the zone of the school: its day and its hour are meant there.</summary>
    public required string TimeZone { get; init; }
    public required DateOnly On { get; set; }

    /// <summary>The local hour; null when only the day is known.</summary>
    public TimeOnly? At { get; set; }
    public string? Topic { get; init; }
    public required DateTimeOffset PlannedAt { get; init; }
    public PlanState State { get; set; }
    public DateTimeOffset? SettledAt { get; set; }

    /// <summary>Why it was not held; null otherwise.</summary>
    public string? Reason { get; set; }

    /// <summary>The report of it.</summary>
    public long? ReportId { get; set; }
    public PlanStage Stage { get; set; }

    /// <summary>When <see cref="Stage"/> is due; null when there is nothing more to say.</summary>
    public DateTimeOffset? StageAt { get; set; }

    /// <summary>The day and the hour that the school has been told; null while it knows nothing.</summary>
    public DateOnly? ToldOn { get; set; }
    public TimeOnly? ToldHour { get; set; }

    /// <summary>When the school is to be told what is different now; null when it knows all.</summary>
    public DateTimeOffset? TellAt { get; set; }

    public bool IsOpen => State == PlanState.Open;

    /// <summary>Whether its day is over in the zone of the school and nobody has said how it went.</summary>
    public bool IsUnreported(DateOnly today) => IsOpen && On < today;
}

/// <summary>A message of the bot that asks about a planned event, in the chat of whoever is to answer.</summary>
public sealed class PlanCard : INotAFact
{
    public required long OutboxId { get; init; }
    public required long PlanId { get; init; }
    public required long PersonId { get; init; }
}
