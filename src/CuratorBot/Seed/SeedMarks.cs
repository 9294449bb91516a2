using CuratorBot.Data;
using CuratorBot.Status;

namespace CuratorBot.Seed;

/// <summary>One row of a monitoring table: the signs of one municipality by column, in the table's order.</summary>
internal sealed record MarksRow(string Table, string MunicipalityId, Dictionary<string, string> Signs)
{
    public IEnumerable<StatusMark> Marks(IdGenerator ids) =>
        Signs.Select(
            (sign, order) =>
                new StatusMark
                {
                    Id = ids.Next(),
                    MunicipalityId = MunicipalityId,
                    Table = Table,
                    Column = sign.Key,
                    Order = order + 1,
                    Mark = Read(sign.Value),
                    Sign = sign.Value,
                }
        );

    private static Mark Read(string sign) =>
        sign switch
        {
            "+" => Mark.Yes,
            "—" or "-" => Mark.No,
            "" => Mark.Blank,
            _ => throw new FormatException($"«{sign}» is no mark."),
        };
}

/// <summary>One row of a score table; null is «not scored».</summary>
internal sealed record ScoresRow(
    string Rubric,
    string MunicipalityId,
    int? RoadmapPresent,
    int? EventsMatchRoadmap,
    int? MethodicalSupport,
    int? ResultsMonitoring,
    int? Recommendations,
    int? InformationSupport,
    int? StatedTotal
)
{
    public ScoreCard Card(IdGenerator ids) =>
        new()
        {
            Id = ids.Next(),
            Rubric = Rubric,
            MunicipalityId = MunicipalityId,
            RoadmapPresent = RoadmapPresent,
            EventsMatchRoadmap = EventsMatchRoadmap,
            MethodicalSupport = MethodicalSupport,
            ResultsMonitoring = ResultsMonitoring,
            Recommendations = Recommendations,
            InformationSupport = InformationSupport,
            StatedTotal = StatedTotal,
        };
}
