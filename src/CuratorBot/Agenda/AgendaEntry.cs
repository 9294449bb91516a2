namespace CuratorBot.Agenda;

/// <summary>What a day of somebody's agenda holds; in this order within a day.</summary>
public enum AgendaKind
{
    /// <summary>Something that she owes and that is still open.</summary>
    Deadline,

    /// <summary>The same, closed.</summary>
    Done,

    /// <summary>A task of the schedule begins.</summary>
    Start,

    /// <summary>An event that is planned for one of her schools, or by her.</summary>
    Planned,

    /// <summary>The same, its day over and nobody has said how it went.</summary>
    Unreported,

    /// <summary>The same, called off.</summary>
    CalledOff,

    /// <summary>An event that was reported.</summary>
    Event,
}

/// <param name="Uid">The same for the same thing, however often it is exported, so that a calendar updates it.</param>
/// <param name="To">The last day; <paramref name="From"/> for what takes one day.</param>
/// <param name="Where">Whose it is, or where it was; empty where the title says all.</param>
internal sealed record AgendaEntry(
    string Uid,
    AgendaKind Kind,
    DateOnly From,
    DateOnly To,
    string Title,
    string Where
)
{
    /// <summary>The local hour at which it begins; null for a day as a whole.</summary>
    public TimeOnly? At { get; init; }

    /// <summary>IANA id of the zone in which that hour is meant; null for the reader's own.</summary>
    public string? Zone { get; init; }

    public bool IsOn(DateOnly day) => From <= day && day <= To;
}
