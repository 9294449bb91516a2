using CuratorBot.Events.Listing;
using CuratorBot.Schools;
using CuratorBot.Texts;

namespace CuratorBot.Status;

/// <summary>The phrases that the answers about municipalities and about schools share.</summary>
internal sealed class StatusWords(TextCatalogue texts)
{
    private const int LongestTopic = 120;

    public RichText Get(string key, params (string Name, object? Value)[] values) =>
        texts.Get($"status.{key}", values);

    /// <summary>The word for a code of the data; the code itself where nobody has named it yet.</summary>
    public RichText Named(string key, string code) =>
        texts.Has($"status.{key}.{code}") ? Get($"{key}.{code}") : code;

    /// <summary>How far they are: the first that a coordinator wants to know.</summary>
    public IEnumerable<RichText> Lead(Deadlines deadlines, DateOnly today)
    {
        if (deadlines.All == 0)
            return [Get("lead.nothing")];
        var overdue =
            deadlines.Overdue == 0 ? Get("lead.noneOverdue") : Get("lead.overdue", ("n", deadlines.Overdue));
        List<RichText> lines = [overdue, Get("lead.done", ("done", deadlines.Done), ("all", deadlines.All))];
        if (deadlines.Next is { } next)
            lines.Add(Nearest(next, today));
        return lines;
    }

    public RichText Events(IReadOnlyList<EventTally> tallies) =>
        Get(
            "events.total",
            ("events", tallies.Sum(tally => tally.Events)),
            (
                "people",
                People(
                    tallies.Sum(tally => tally.Reports),
                    tallies.Aggregate(default(Heads), (sum, tally) => sum + tally.People),
                    tallies.Sum(tally => tally.WithoutPeople)
                )
            )
        );

    /// <summary>Events by type and the newest reports under their heading.</summary>
    /// <param name="schools">Those whose names stand beside the reports; none on the card of a school.</param>
    public IEnumerable<RichText> EventLines(
        IReadOnlyList<EventTally> tallies,
        IReadOnlyList<ReportLine> newest,
        DateOnly today,
        IEnumerable<School>? schools = null
    )
    {
        yield return Get("events.title");
        if (tallies.Count == 0)
        {
            yield return Get("events.none");
            yield break;
        }
        yield return Events(tallies);
        foreach (var tally in tallies.OrderBy(tally => tally.Order))
            yield return Type(tally, nobodyTold: tallies.All(one => one.WithoutPeople == one.Reports));
        yield return Get("events.newest");
        foreach (var report in newest)
            yield return Report(report, today, schools ?? []);
    }

    public RichText Facts(int? group, int? level, int? difficulties) =>
        RichText.Join(
            ", ",
            [
                group is null ? Get("school.noGroup") : Get("school.group", ("n", group)),
                .. LevelAndDifficulties(level, difficulties),
            ]
        );

    private RichText[] LevelAndDifficulties(int? level, int? difficulties) =>
        (level, difficulties) is (null, null)
            ? [Get("school.noLevelNorDifficulties")]
            :
            [
                level is null ? Get("school.noLevel") : Named("school.level", $"{level}"),
                difficulties is null
                    ? Get("school.noDifficulties")
                    : Get("school.difficulties", ("n", difficulties)),
            ];

    /// <param name="nobodyTold">No report tells how many took part: the total has said so already.</param>
    private RichText Type(EventTally tally, bool nobodyTold) =>
        nobodyTold
            ? Get("events.type", ("type", tally.Type), ("events", tally.Events))
            : Get(
                "events.typeWithPeople",
                ("type", tally.Type),
                ("events", tally.Events),
                ("people", People(tally.Reports, tally.People, tally.WithoutPeople))
            );

    private RichText Nearest(DateOnly next, DateOnly today) =>
        next == today
            ? Get("lead.today", ("date", next))
            : Get("lead.next", ("date", next), ("days", next.DayNumber - today.DayNumber));

    private RichText People(int reports, Heads people, int without) =>
        without == 0 ? Counted(people)
        : without == reports ? Get("events.peopleUnknown")
        : Get("events.peoplePartly", ("people", Counted(people)), ("reports", without));

    private RichText Counted(Heads people) =>
        RichText.Join(", ", people.Told().Select(one => Get($"events.people{one.Who}", ("n", one.Count))));

    private RichText Report(ReportLine report, DateOnly today, IEnumerable<School> schools)
    {
        var what = RichText.Join(", ", [report.Type, .. NamesOf(report, schools)]);
        return report.Topic is null
            ? Get("events.report", ("when", When(report, today)), ("what", what))
            : Get(
                "events.reportOn",
                ("when", When(report, today)),
                ("what", what),
                ("topic", Shortened(report.Topic))
            );
    }

    private static IEnumerable<RichText> NamesOf(ReportLine report, IEnumerable<School> schools) =>
        schools
            .Where(school => report.SchoolIds.Contains(school.Id))
            .Select(school => school.ShortName)
            .Order(School.ByShortName)
            .Select(name => (RichText)name);

    private RichText When(ReportLine report, DateOnly today)
    {
        var (from, to) = (report.From, report.To);
        var sameMonth = (from.Year, from.Month) == (to.Year, to.Month);
        var key = (report.Precision, from == to, sameMonth) switch
        {
            ("month", _, true) => "month",
            ("month", _, false) => "months",
            (_, true, _) => from.Year == today.Year ? "day" : "dayOfYear",
            _ => "period",
        };
        return Get($"when.{key}", ("from", from), ("to", to));
    }

    private RichText Shortened(string topic)
    {
        if (topic.Length <= LongestTopic)
            return topic;
        var end = topic.LastIndexOf(' ', LongestTopic - 1);
        return Get("cut", ("text", topic[..(end > 0 ? end : LongestTopic - 1)]));
    }
}
