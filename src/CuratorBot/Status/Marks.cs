using CuratorBot.Data;

namespace CuratorBot.Status;

/// <summary>A mark of a monitoring table. Blank is «not known or not applicable», never «no».</summary>
public enum Mark
{
    Blank = 0,
    Yes = 1,
    No = 2,
}

/// <summary>One cell of a monitoring table: municipality × column.</summary>
public sealed class StatusMark : Entity
{
    public required string MunicipalityId { get; init; }

    /// <summary>«monitoring» (survey, links, roadmap) or «submission» (roadmaps handed in).</summary>
    public required string Table { get; init; }
    public required string Column { get; init; }
    public required int Order { get; init; }
    public required Mark Mark { get; set; }

    /// <summary>The sign as the source has it: «+», «—», «-» or nothing.</summary>
    public required string Sign { get; set; }

    /// <summary>The day on which it was so; null where the table names none.</summary>
    public DateOnly? AsOf { get; set; }
}

/// <summary>Scores of a municipal roadmap by the rubric of one direction; a part that is null was not scored.</summary>
public sealed class ScoreCard : Entity
{
    public required string MunicipalityId { get; init; }

    /// <summary>«rubric_shnro» or «rubric_500plus».</summary>
    public required string Rubric { get; init; }
    public int? RoadmapPresent { get; set; }
    public int? EventsMatchRoadmap { get; set; }
    public int? MethodicalSupport { get; set; }
    public int? ResultsMonitoring { get; set; }
    public int? Recommendations { get; set; }
    public int? InformationSupport { get; set; }

    /// <summary>The total as the source states it; may differ from the sum of the parts, and both are shown.</summary>
    public int? StatedTotal { get; set; }

    public int?[] Parts =>
        [
            RoadmapPresent,
            EventsMatchRoadmap,
            MethodicalSupport,
            ResultsMonitoring,
            Recommendations,
            InformationSupport,
        ];

    /// <summary>Sum of the scored parts; null when nothing was scored.</summary>
    public int? RecomputedTotal => Parts.All(part => part is null) ? null : Parts.Sum(part => part ?? 0);
}
