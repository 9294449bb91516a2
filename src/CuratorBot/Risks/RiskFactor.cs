namespace CuratorBot.Risks;

/// <summary>A risk that a profile can name, or a problem zone that work in the project has shown.</summary>
public sealed class RiskFactor
{
    public const string OfProfile = "risk_factor";
    public const string ProblemZone = "problem_zone";

    public required string Id { get; init; }
    public required string Name { get; set; }

    /// <summary>One of the constants.</summary>
    public required string Kind { get; init; }
    public required int Order { get; init; }
}

/// <summary>A risk in the profile of a school.</summary>
public sealed class SchoolRisk
{
    public required string SchoolId { get; init; }
    public required string RiskId { get; init; }

    /// <summary>«high», «medium» or «low»; null when the source does not tell.</summary>
    public string? Significance { get; set; }

    /// <summary>Whether the school has an anti-risk programme for it.</summary>
    public bool HasProgramme { get; set; }
}
