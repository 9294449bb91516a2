using CuratorBot.Data;
using CuratorBot.People;

namespace CuratorBot.Advice;

/// <summary>A school asks for help: «нужна консультация по …». Who helps it answers through the bot.</summary>
public sealed class HelpRequest : Entity, IPlaced
{
    public required string SchoolId { get; init; }
    public string? MunicipalityId { get; init; }
    public required string Region { get; init; }
    public required long AskedBy { get; init; }
    public required DateTimeOffset AskedAt { get; init; }
    public required string Text { get; init; }

    /// <summary>Who answered last; she hears what is asked further.</summary>
    public long? AnsweredBy { get; set; }

    /// <summary>The first answer.</summary>
    public DateTimeOffset? AnsweredAt { get; set; }

    /// <summary>How long the school had to wait for it; null while there is none.</summary>
    public int? AnsweredInMinutes { get; set; }

    /// <summary>«Вопрос решён», said by the one who asked.</summary>
    public DateTimeOffset? SolvedAt { get; set; }

    /// <summary>When it is brought to mind next, unless it is answered; null when that was done often enough.</summary>
    public DateTimeOffset? RemindAt { get; set; }

    /// <summary>How often that was due: first whoever helps hears of it, at last whoever is above them.</summary>
    public int Reminders { get; set; }

    public bool IsWaiting => AnsweredAt is null && SolvedAt is null;
}

/// <summary>What was written to a request, by either side.</summary>
public sealed class HelpMessage : Entity
{
    public required long RequestId { get; init; }
    public required long AuthorId { get; init; }
    public required DateTimeOffset WrittenAt { get; init; }
    public required string Text { get; init; }
}

/// <summary>
/// A request in a message to somebody who may answer it: alone in a card, or one of several in a reminder.
/// </summary>
public sealed class HelpCard : INotAFact
{
    public required long OutboxId { get; init; }
    public required long RequestId { get; init; }
    public required long PersonId { get; init; }

    /// <summary>Its number in the list of a reminder; null in a card of its own.</summary>
    public int? Number { get; init; }
}

/// <summary>Of which request somebody is still to be reminded; gone in the transaction that does it.</summary>
public sealed class HelpNudge : INotAFact
{
    public required long RequestId { get; init; }
    public required long PersonId { get; init; }
    public required DateTimeOffset DueAt { get; set; }
}
