using CuratorBot.Conversations.Turns;
using CuratorBot.Messaging;
using CuratorBot.People;
using CuratorBot.Status.Documents;
using CuratorBot.Texts;

namespace CuratorBot.Status;

/// <summary>All municipalities of a coordinator, a line each.</summary>
internal sealed class OverviewAnswers(AnswerCache cache, StatusReads reads)
{
    /// <param name="wanted">Page from 0; the nearest that exists is shown.</param>
    public async Task<KeptAnswer> Find(TurnContext turn, Scope scope, int wanted)
    {
        var key = $"overview:{scope.Key}:{wanted}";
        if (cache.Find(turn, key) is { } kept)
            return kept;
        var facts = await reads.Overview(turn, scope, wanted);
        var words = new StatusWords(turn.Texts);
        var day = facts
            .TimeZones.Select(zone => LocalDay.Of(turn.Now, zone))
            .Aggregate(LocalDay.Of(turn.Now, turn.Who.TimeZone), (all, one) => all.Within(one));
        var answer = new KeptAnswer(
            Write(words, facts, day.Date),
            Choices(words, facts),
            who => who.MaySee.Key == scope.Key,
            day
        );
        return cache.Keep(turn, key, answer);
    }

    private static RichText Write(StatusWords words, OverviewFacts facts, DateOnly today)
    {
        var text = new RichTextBuilder()
            .Add(words.Get("overview.head", ("n", facts.Page.All), ("date", today)))
            .Line(
                facts.Overdue == 0
                    ? words.Get("lead.noneOverdue")
                    : words.Get("lead.overdue", ("n", facts.Overdue))
            );
        if (facts.Unplaced > 0)
            text.Line(words.Get("overview.unplaced", ("n", facts.Unplaced)));
        text.Line(words.Get("overview.legend"));
        foreach (var region in facts.Lines.GroupBy(line => line.Region, StringComparer.Ordinal))
        {
            text.EmptyLine().Line(words.Get("overview.region", ("name", region.Key)));
            foreach (var line in region)
                text.Line(Line(words, line));
        }
        if (facts.Page.Last > 0)
            text.EmptyLine()
                .Line(words.Get("pages.which", ("n", facts.Page.Number + 1), ("of", facts.Page.Last + 1)));
        return text.Build();
    }

    private static RichText Line(StatusWords words, OverviewLine line)
    {
        var deadlines = line.Deadlines switch
        {
            { All: 0 } => words.Get("overview.nothing"),
            { Overdue: 0 } owed => words.Get("overview.done", ("done", owed.Done), ("all", owed.All)),
            var owed => words.Get(
                "overview.overdue",
                ("done", owed.Done),
                ("all", owed.All),
                ("n", owed.Overdue)
            ),
        };
        return words.Get(
            "overview.line",
            ("name", line.Name),
            ("deadlines", deadlines),
            ("scores", new ScoreLines(words).Briefly(line.Scores))
        );
    }

    private static List<IReadOnlyList<Choice>> Choices(StatusWords words, OverviewFacts facts) =>
        [
            .. Buttons.InPairs(
                facts.Lines.Select(line => new Choice(line.Name, $"{Buttons.Municipality}:{line.Id}"))
            ),
            .. Buttons.Pages(words, $"{Buttons.Overview}:", facts.Page),
            [new(words.Get("buttons.debtors").Text, Buttons.OwnDebtors)],
        ];
}
