using CuratorBot.Data;

namespace CuratorBot.People;

/// <summary>
/// A one-time way in. The link carries 26 Crockford characters (130 bits), the code for typing 12 (60 bits);
/// the database holds only their hashes.
/// </summary>
public sealed class Invitation : Entity
{
    public required string LinkHash { get; init; }
    public required string CodeHash { get; init; }
    public required Role Role { get; init; }
    public string? SchoolId { get; init; }
    public string? MunicipalityId { get; init; }
    public string? Region { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset ExpiresAt { get; init; }
    public long? CreatedBy { get; init; }
    public long? UsedBy { get; set; }
    public DateTimeOffset? UsedAt { get; set; }
}

/// <summary>Somebody sent a code that no invitation has. Kept for an hour, against guessing.</summary>
public sealed class WrongCode : Entity, INotAFact
{
    public required long PersonId { get; init; }
    public required DateTimeOffset At { get; init; }
}
