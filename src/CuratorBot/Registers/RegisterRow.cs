using CuratorBot.Conversations.Questions;
using CuratorBot.Data;
using CuratorBot.Fields;

namespace CuratorBot.Registers;

/// <summary>
/// A row of a register: whose it is, in which state, and since when what it says is true. A row is never
/// deleted: it ends with a reason.
/// </summary>
public abstract class RegisterRow : Entity, IHasUnsaid, IHasFiles
{
    /// <summary>Null for a row of a whole municipality or region.</summary>
    public string? SchoolId { get; set; }

    /// <summary>The other school of a pair; null elsewhere.</summary>
    public string? OtherSchoolId { get; set; }

    /// <summary>Of the school, or the municipality whose row it is.</summary>
    public string? MunicipalityId { get; set; }
    public string? Region { get; set; }

    /// <summary>One of those that its register names.</summary>
    public string State { get; set; } = Active;

    /// <summary>The day on which what it says was so; a later correction does not make it older.</summary>
    public DateOnly AsOf { get; set; }

    /// <summary>1, 2, 3, …: grows with each change.</summary>
    public int Version { get; set; } = 1;
    public DateTimeOffset ChangedAt { get; set; }

    public List<string> Dashes { get; set; } = [];

    public List<string> NotApplying { get; set; } = [];

    /// <summary>Of <see cref="RegisterFile"/>, by the keys of their fields.</summary>
    public Dictionary<string, IReadOnlyList<SheetFile>> Files { get; } = [];

    public const string Active = "active";
    public const string Ended = "ended";
}
