using CuratorBot.Events.Listing;

namespace CuratorBot.Status;

/// <summary>Reports of one type and for one audience, as they are counted by the database.</summary>
internal sealed record TallyRow(
    string TypeId,
    string Type,
    int Order,
    string? Audience,
    int Reports,
    int Events,
    int People,
    int WithoutPeople
);

/// <summary>Reports of one type counted: events and people are two things.</summary>
/// <param name="People">Those who took part, of the reports that tell it.</param>
/// <param name="WithoutPeople">Reports that do not tell how many took part, which is not 0.</param>
internal sealed record EventTally(
    string Type,
    int Order,
    int Reports,
    int Events,
    Heads People,
    int WithoutPeople
)
{
    public static IReadOnlyList<EventTally> Of(IEnumerable<TallyRow> rows) =>
        [
            .. rows.GroupBy(row => (row.TypeId, row.Type, row.Order))
                .Select(type => new EventTally(
                    type.Key.Type,
                    type.Key.Order,
                    type.Sum(row => row.Reports),
                    type.Sum(row => row.Events),
                    type.Select(row => Heads.Of(row.TypeId, row.Audience, row.People))
                        .Aggregate(default(Heads), (one, other) => one + other),
                    type.Sum(row => row.WithoutPeople)
                )),
        ];
}

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
