namespace CuratorBot.Registers;

/// <summary>Whose the rows of a register are.</summary>
[Flags]
public enum Over
{
    School = 1,
    Municipality = 2,
    Region = 4,

    /// <summary>Of two of them.</summary>
    Pair = 8,
    PairOfSchools = School | Pair,
}

/// <summary>From which state a row goes to which, and what has to be said then.</summary>
/// <param name="WantsReason">Asked for in words; otherwise a press is enough.</param>
public sealed record Move(string From, string To, bool WantsReason = true);
