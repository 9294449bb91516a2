using CuratorBot.Data;

namespace CuratorBot.Registers;

/// <summary>One value of a row that became another: «кто, когда, было → стало». Never altered.</summary>
public sealed class RegisterChange : Entity
{
    public required string Register { get; init; }
    public required long RowId { get; init; }

    /// <summary>Of the row after the change.</summary>
    public required int Version { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>Null for the operator at the command line, and for a person who was forgotten.</summary>
    public long? ActorId { get; set; }

    /// <summary>Key of the field, or <see cref="StateField"/>.</summary>
    public required string Field { get; init; }

    /// <summary>As the field keeps it; null for blank.</summary>
    public string? Before { get; init; }
    public string? After { get; init; }

    /// <summary>Why it was moved on or ended; null for other changes.</summary>
    public string? Reason { get; init; }

    public const string StateField = "state";
}
