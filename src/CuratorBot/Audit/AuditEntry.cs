using CuratorBot.Data;

namespace CuratorBot.Audit;

/// <summary>
/// One change of rights, data or decisions. Never altered afterwards, except that what it held of a person
/// may be erased: <see cref="Title"/>, <see cref="Before"/>, <see cref="After"/> and <see cref="Salt"/> then
/// become null.
/// </summary>
public sealed class AuditEntry : INotAFact
{
    /// <summary>1, 2, 3, … without a gap.</summary>
    public required long Sequence { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>Who did it; null for the operator and for the bot itself, which the channel tells apart.</summary>
    public long? ActorId { get; init; }

    /// <summary>Name of the messenger, «command-line» or «system».</summary>
    public required string Channel { get; init; }

    /// <summary>What was done, as a key that never changes its meaning: «role.granted».</summary>
    public required string What { get; init; }
    public required string SubjectKind { get; init; }
    public required string SubjectId { get; init; }

    /// <summary>Whom it concerns, and where; null where it concerns nobody or no place in particular.</summary>
    public long? PersonId { get; init; }
    public string? SchoolId { get; init; }
    public string? MunicipalityId { get; init; }
    public string? Region { get; init; }
    public string? Title { get; set; }
    public string? Before { get; set; }
    public string? After { get; set; }

    /// <summary>Makes <see cref="PayloadHash"/> tell nothing once it is gone.</summary>
    public string? Salt { get; set; }

    /// <summary>SHA-256 over salt, title, before and after, as lower-case hex.</summary>
    public string PayloadHash { get; set; } = "";

    /// <summary>SHA-256 over the hash of the entry before and all that cannot be erased.</summary>
    public string Hash { get; set; } = "";
}
