namespace CuratorBot.Schools;

/// <summary>What a typed name is to be looked for among.</summary>
[Flags]
public enum Sought
{
    Municipality = 1,
    School = 2,
    Either = Municipality | School,
}

/// <summary>
/// A municipality or a school that a name stands for; which of both, <paramref name="Kind"/> tells.
/// </summary>
/// <param name="Name">For lists and buttons; a school's is its short name.</param>
/// <param name="MunicipalityId">Of a school; null for an unplaced one and for a municipality.</param>
public sealed record Named(Sought Kind, string Id, string Name, string Region, string? MunicipalityId);

/// <summary>What came of looking for a typed name. It never holds what the person may not see.</summary>
public abstract record NameAnswer
{
    private NameAnswer() { }

    /// <summary>It can only be this one.</summary>
    public sealed record Found(Named One) : NameAnswer;

    /// <summary>Two or more, in the order of the lists: the person has to choose.</summary>
    public sealed record Ambiguous(IReadOnlyList<Named> Candidates) : NameAnswer;

    /// <summary>None; the suggestions, five at most and maybe none, are only similar to what was typed.</summary>
    public sealed record Unknown(IReadOnlyList<Named> Suggestions) : NameAnswer;
}
