using CuratorBot.Texts;

namespace CuratorBot.Status;

/// <summary>Both rubrics with their parts; a stated total that differs from the sum stands beside it.</summary>
internal sealed class ScoreLines(StatusWords words)
{
    private static readonly string[] Rubrics = ["rubric_500plus", "rubric_shnro"];

    private static readonly string[] PartNames =
    [
        "roadmapPresent",
        "eventsMatchRoadmap",
        "methodicalSupport",
        "resultsMonitoring",
        "recommendations",
        "informationSupport",
    ];

    public IEnumerable<RichText> Of(IReadOnlyList<ScoreCard> cards)
    {
        yield return words.Get("scores.title");
        foreach (var rubric in Rubrics)
        {
            var card = cards.FirstOrDefault(card => card.Rubric == rubric);
            yield return words.Get(
                "scores.rubric",
                ("rubric", words.Get($"scores.{rubric}")),
                ("total", card is null ? words.Get("scores.missing") : Total(card))
            );
            if (card?.RecomputedTotal is not null)
                yield return RichText.Join(", ", card.Parts.Select(Part));
        }
    }

    /// <summary>The totals in a few words, for a line of a list; only rubrics that have a row.</summary>
    public RichText Briefly(IReadOnlyList<ScoreCard> cards) =>
        cards.Count == 0
            ? words.Get("scores.none")
            : RichText.Join(
                ", ",
                Rubrics
                    .Select(rubric => cards.FirstOrDefault(card => card.Rubric == rubric))
                    .OfType<ScoreCard>()
                    .Select(card =>
                        words.Get(
                            "scores.brief",
                            ("rubric", words.Get($"scores.{card.Rubric}_brief")),
                            ("total", BriefTotal(card))
                        )
                    )
            );

    private RichText Total(ScoreCard card) =>
        (card.StatedTotal, card.RecomputedTotal) switch
        {
            (null, null) => words.Get("scores.blank"),
            (null, { } sum) => words.Get("scores.unstated", ("sum", sum)),
            ({ } stated, null) => words.Get("scores.statedOnly", ("stated", stated)),
            ({ } stated, { } sum) when stated == sum => words.Get("scores.total", ("n", stated)),
            ({ } stated, { } sum) => words.Get("scores.differs", ("stated", stated), ("sum", sum)),
        };

    private RichText BriefTotal(ScoreCard card) =>
        (card.StatedTotal, card.RecomputedTotal) switch
        {
            ({ } stated, { } sum) when stated == sum => $"{stated}",
            _ => Total(card),
        };

    private RichText Part(int? points, int index)
    {
        var part = words.Get($"scores.parts.{PartNames[index]}");
        return points is null
            ? words.Get("scores.unscored", ("part", part))
            : words.Get("scores.part", ("part", part), ("n", points));
    }
}
