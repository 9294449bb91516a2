namespace CuratorBot.Status;

/// <summary>Reports of one type counted: events and people are two things.</summary>
/// <param name="People">Those who took part, of the reports that tell it.</param>
/// <param name="WithoutPeople">Reports that do not tell how many took part, which is not 0.</param>
internal sealed record EventTally(
    string Type,
    int Order,
    int Reports,
    int Events,
    int People,
    int WithoutPeople
);

/// <summary>One report in a list of the newest.</summary>
/// <param name="SchoolIds">Where it was; empty where that goes without saying.</param>
internal sealed record ReportLine(
    string Type,
    string? Topic,
    DateOnly From,
    DateOnly To,
    string Precision,
    IReadOnlyList<string> SchoolIds
);
