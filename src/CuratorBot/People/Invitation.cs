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
    public long? RevokedBy { get; set; }
    public DateTimeOffset? RevokedAt { get; set; }

    public InvitationState StateAt(DateTimeOffset now) =>
        UsedAt is not null ? InvitationState.Used
        : RevokedAt is not null ? InvitationState.Revoked
        : ExpiresAt <= now ? InvitationState.Expired
        : InvitationState.Waiting;
}

public enum InvitationState
{
    Waiting,
    Used,
    Expired,
    Revoked,
}

/// <summary>Somebody sent a code that no invitation has. Kept against guessing, for as long as it counts.</summary>
public sealed class WrongCode : Entity, INotAFact
{
    public required long PersonId { get; init; }
    public required DateTimeOffset At { get; init; }
    public WrongCodeKind Kind { get; init; }
}

public enum WrongCodeKind
{
    Wrong = 0,

    /// <summary>No guess: she has been told that she must wait, and is not told again.</summary>
    PersonTold = 1,

    /// <summary>No guess: the coordinators have been told that codes are being guessed.</summary>
    CoordinatorsTold = 2,
}
