using CuratorBot.Status.Debtors;

namespace CuratorBot.Status.Documents;

/// <summary>Facts that are the same on several days.</summary>
/// <param name="Until">The first day on which they are others, because a report of a later day counts; null for never.</param>
internal abstract record DatedDocument(DateOnly From, DateOnly? Until)
{
    public bool HoldsOn(DateOnly day) => From <= day && (Until is null || day < Until);
}

/// <summary>What the card of a school says, without people.</summary>
internal sealed record SchoolDocument(SchoolFacts Facts, DateOnly From, DateOnly? Until)
    : DatedDocument(From, Until);

/// <summary>What the answer about a municipality says; what is done is counted together.</summary>
internal sealed record MunicipalityDocument(MunicipalityFacts Facts, DateOnly From, DateOnly? Until)
    : DatedDocument(From, Until);

/// <summary>One municipality in the table of its region.</summary>
internal sealed record PlaceLine(
    string Id,
    string Name,
    string Region,
    string TimeZone,
    IReadOnlyList<DeadlineRow> Owed,
    IReadOnlyList<ScoreCard> Scores
);

/// <summary>A region: its municipalities by name, and all that is open in it and may become overdue.</summary>
internal sealed record RegionDocument(IReadOnlyList<PlaceLine> Places, IReadOnlyList<OverdueRow> Open);

/// <summary>A region in the document of the country.</summary>
/// <param name="Places">How many municipalities it has.</param>
/// <param name="Open">Placed and unplaced, without owners.</param>
internal sealed record RegionLine(
    string Region,
    int Places,
    IReadOnlyList<string> TimeZones,
    IReadOnlyList<OpenCount> Open
);

/// <summary>How much is open for one day in one zone.</summary>
internal sealed record OpenCount(bool IsPlaced, DateOnly DueOn, string TimeZone, int Count);

internal sealed record CountryDocument(IReadOnlyList<RegionLine> Regions);
