using CuratorBot.Conversations.Turns;
using CuratorBot.Events.Planning;
using CuratorBot.Messaging;
using CuratorBot.Texts;

namespace CuratorBot.Events.Coverage;

/// <summary>«Кому ехать следующим» with the reasons, and the two lists behind it.</summary>
internal static class CoverageCards
{
    private const int Shown = 5;
    private const int PageSize = 15;

    /// <param name="unreported">How many planned days are over without a word.</param>
    public static OutgoingMessage Next(
        TurnContext turn,
        IReadOnlyList<SchoolCoverage> schools,
        int unreported
    )
    {
        var (unvisited, left) = (Unvisited(schools).Count, LeftAlone(schools).Count);
        var text = new RichTextBuilder()
            .Add(turn.Text("coverage.head"))
            .Line(turn.Text("coverage.unvisitedOf", ("count", unvisited), ("all", schools.Count)))
            .EmptyLine();
        foreach (var (place, school) in schools.Take(Shown).Index())
            text.Line(
                turn.Text(
                    "coverage.line",
                    ("number", place + 1),
                    ("name", school.Name),
                    ("reasons", RichText.Join("; ", Reasons(turn, school)))
                )
            );
        if (!turn.Who.MayWork.IsEmpty)
            text.EmptyLine().Line(turn.Text("coverage.planHint"));
        return turn.Say(text.Build()) with
        {
            Choices =
            [
                .. turn.Who.MayWork.IsEmpty ? [] : PlanRow(turn, schools),
                .. unreported > 0 ? UnreportedRow(turn, unreported) : [],
                .. unvisited > 0 ? Row(turn, "coverage.showUnvisited", CoverageAction.Unvisited) : [],
                .. left > 0 ? Row(turn, "coverage.showRisks", CoverageAction.Risks) : [],
            ],
        };
    }

    /// <summary>A visit to each of those above.</summary>
    private static IReadOnlyList<Choice>[] PlanRow(TurnContext turn, IReadOnlyList<SchoolCoverage> schools) =>
        [
            [
                .. schools
                    .Take(Shown)
                    .Select(
                        (school, place) =>
                            new Choice(
                                turn.Texts.Plain("coverage.plan", ("number", place + 1)),
                                $"{PlanActions.New}:{school.Id}"
                            )
                    ),
            ],
        ];

    private static IReadOnlyList<Choice>[] UnreportedRow(TurnContext turn, int count) =>
        [
            [
                new Choice(
                    turn.Texts.Plain("plan.list.Unreported.show", ("count", count)),
                    PlanViews.ListOf(PlanView.Unreported, 0)
                ),
            ],
        ];

    public static OutgoingMessage UnvisitedPage(
        TurnContext turn,
        IReadOnlyList<SchoolCoverage> schools,
        int wanted
    ) =>
        List(
            turn,
            "coverage.unvisited",
            CoverageAction.Unvisited,
            [.. Unvisited(schools).Select(school => (RichText)school.Name)],
            wanted
        );

    public static OutgoingMessage RisksPage(
        TurnContext turn,
        IReadOnlyList<SchoolCoverage> schools,
        int wanted
    ) =>
        List(
            turn,
            "coverage.risks",
            CoverageAction.Risks,
            [
                .. LeftAlone(schools)
                    .Select(school =>
                        turn.Text(
                            "coverage.risksOf",
                            ("name", school.Name),
                            ("count", school.RisksWithout),
                            ("all", school.Risks)
                        )
                    ),
            ],
            wanted
        );

    private static OutgoingMessage List(
        TurnContext turn,
        string head,
        string action,
        IReadOnlyList<RichText> lines,
        int wanted
    )
    {
        if (lines.Count == 0)
            return turn.Say("coverage.nothing");
        var page = Page.Nearest(wanted, PageSize, lines.Count);
        return turn.Say(RichText.Lines([turn.Text(head), "", .. page.Of(lines)])) with
        {
            Choices =
            [
                .. page.Turning(turn, number => CoverageAction.Of(action, number)),
                .. Row(turn, "coverage.back", CoverageAction.Next),
            ],
        };
    }

    private static IReadOnlyList<Choice>[] Row(TurnContext turn, string key, string action) =>
        [
            [turn.Button(key, CoverageAction.Of(action, 0))],
        ];

    private static List<SchoolCoverage> Unvisited(IReadOnlyList<SchoolCoverage> schools) =>
        [.. schools.Where(school => school.LastVisit is null)];

    private static List<SchoolCoverage> LeftAlone(IReadOnlyList<SchoolCoverage> schools) =>
        [.. schools.Where(school => school.RisksWithout > 0)];

    private static IEnumerable<RichText> Reasons(TurnContext turn, SchoolCoverage school)
    {
        yield return school.LastVisit is { } visit
            ? turn.Text(
                "coverage.reasons.visited",
                ("date", visit),
                ("weeks", SchoolCoverage.Weeks(visit, turn.Today))
            )
            : turn.Text("coverage.reasons.never");
        if (school.FailureLevel is { } level)
            yield return turn.Text("coverage.reasons.level", ("level", level));
        if (school.RisksWithout > 0)
            yield return turn.Text("coverage.reasons.risks", ("count", school.RisksWithout));
        if (school.Promise is { } promise)
            yield return turn.Text("coverage.reasons.promise", ("date", promise));
        if (school.Planned is { } planned)
            yield return turn.Text("coverage.reasons.planned", ("date", planned));
    }
}
