using CuratorBot.Data;

namespace CuratorBot.Advice;

/// <summary>A school asks for help: «нужна консультация по …». Who helps it answers through the bot.</summary>
public sealed class HelpRequest : Entity
{
    public required string SchoolId { get; init; }
    public string? MunicipalityId { get; init; }
    public required string Region { get; init; }
    public required long AskedBy { get; init; }
    public required DateTimeOffset AskedAt { get; init; }
    public required string Text { get; init; }

    /// <summary>Who answered last; she hears what is asked further.</summary>
    public long? AnsweredBy { get; set; }

    /// <summary>The first answer: how long the school had to wait.</summary>
    public DateTimeOffset? AnsweredAt { get; set; }

    /// <summary>«Вопрос решён», said by the one who asked.</summary>
    public DateTimeOffset? SolvedAt { get; set; }
}

/// <summary>What was written to a request, by either side.</summary>
public sealed class HelpMessage : Entity
{
    public required long RequestId { get; init; }
    public required long AuthorId { get; init; }
    public required DateTimeOffset WrittenAt { get; init; }
    public required string Text { get; init; }
}

/// <summary>A card with a request, in the chat of somebody who may answer it.</summary>
public sealed class HelpCard : INotAFact
{
    public required long OutboxId { get; init; }
    public required long RequestId { get; init; }
    public required long PersonId { get; init; }
}
