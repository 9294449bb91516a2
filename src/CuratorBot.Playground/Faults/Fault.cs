namespace CuratorBot.Playground.Faults;

public enum FaultKind
{
    /// <summary>Answers with <see cref="Fault.Status"/> and <see cref="Fault.Body"/>; nothing is processed.</summary>
    Answer,

    /// <summary>429 with <see cref="Fault.RetryAfter"/>, or without parameters when that is null.</summary>
    TooManyRequests,

    /// <summary>Processed after <see cref="Fault.Delay"/>.</summary>
    Delay,

    /// <summary>The connection is cut and nothing is processed.</summary>
    Drop,

    /// <summary>Processed, then the connection is cut: the bot cannot know that it succeeded.</summary>
    AcceptThenDrop,

    /// <summary>Processed, but only half of the JSON comes back.</summary>
    Truncate,
}

/// <summary>A misfortune that befalls requests of a bot.</summary>
public sealed record Fault
{
    public required FaultKind Kind { get; init; }

    /// <summary>The method in official spelling; null befalls every method.</summary>
    public string? Method { get; init; }

    /// <summary>Null befalls every chat.</summary>
    public long? ChatId { get; init; }

    /// <summary>How many requests suffer before the fault is over; null never ends it.</summary>
    public int? Times { get; init; } = 1;

    /// <summary>Only every k-th matching request suffers.</summary>
    public int Every { get; init; } = 1;
    public int Status { get; init; } = 502;
    public string Body { get; init; } = "<html><head><title>502 Bad Gateway</title></head></html>";
    public string ContentType { get; init; } = "text/html";

    /// <summary>Seconds.</summary>
    public int? RetryAfter { get; init; }
    public TimeSpan Delay { get; init; }
}
