using CuratorBot.Schedule;
using CuratorBot.Schools;
using CuratorBot.Texts;

namespace CuratorBot.Status;

/// <summary>The answer to «/status Кузнецк»: the main thing first, the details below.</summary>
internal sealed class MunicipalityText(StatusWords words, MunicipalityFacts facts)
{
    private const int MostSchools = 12;

    public RichText Write()
    {
        var text = new RichTextBuilder().Add(
            words.Get("head", ("name", facts.Municipality.Name), ("date", facts.Today))
        );
        Section(text, words.Lead(Deadlines.Of(facts.Owed, facts.Today), facts.Today));
        if (facts.Owed.Count > 0)
            Section(text, DeadlineLines());
        if (facts is { Marks.Count: 0, Scores.Count: 0 })
            Section(text, [words.Get("noTables")]);
        else
        {
            Section(text, MarkLines("monitoring"));
            Section(text, MarkLines("submission"));
            Section(text, Legend());
            Section(text, new ScoreLines(words).Of(facts.Scores));
        }
        Section(text, SchoolLines());
        Section(text, words.EventLines(facts.Events, facts.Newest, facts.Today, facts.Schools));
        return text.Build();
    }

    private static void Section(RichTextBuilder text, IEnumerable<RichText> lines)
    {
        var block = RichText.Lines(lines);
        if (block.Length > 0)
            text.EmptyLine().Line(block);
    }

    private IEnumerable<RichText> DeadlineLines() =>
        [
            words.Get("deadlines.title"),
            DeadlineLine("schools", OwnerKind.School),
            DeadlineLine("authority", OwnerKind.Municipality),
        ];

    private RichText DeadlineLine(string owner, OwnerKind kind)
    {
        var owed = Deadlines.Of(facts.Owed.Where(row => row.OwnerKind == kind), facts.Today);
        if (owed.All == 0)
            return words.Get($"deadlines.{owner}", ("counts", words.Get("deadlines.none")));
        List<RichText> counts =
        [
            words.Get("deadlines.done", ("done", owed.Done), ("all", owed.All)),
            words.Get("deadlines.overdue", ("n", owed.Overdue)),
            words.Get("deadlines.open", ("n", owed.Open)),
        ];
        if (owed.Unconfirmed > 0)
            counts.Add(words.Get("deadlines.unconfirmed", ("n", owed.Unconfirmed)));
        if (owed.Next is { } next)
            counts.Add(words.Get("deadlines.next", ("date", next)));
        return words.Get($"deadlines.{owner}", ("counts", RichText.Join(", ", counts)));
    }

    private IEnumerable<RichText> MarkLines(string table)
    {
        yield return words.Get($"{table}.title");
        var cells = facts.Marks.Where(mark => mark.Table == table).ToList();
        if (cells.Count == 0)
            yield return words.Get("notInTable");
        else
            yield return words.Get(
                cells.Exists(cell => cell.AsOf is not null) ? $"{table}.dated" : $"{table}.source"
            );
        foreach (var cell in cells)
            yield return words.Get(
                cell.AsOf is null ? "mark" : "markOf",
                ("column", words.Named($"{table}.column", cell.Column)),
                ("sign", words.Get($"{table}.{SignKey(cell.Mark)}")),
                ("date", cell.AsOf)
            );
    }

    private static string SignKey(Mark mark) =>
        mark switch
        {
            Mark.Yes => "yes",
            Mark.No => "no",
            _ => "blank",
        };

    private IEnumerable<RichText> Legend()
    {
        if (facts.Marks.Any(mark => mark is { Table: "monitoring", Mark: Mark.No }))
            yield return words.Get("legend.no");
        if (facts.Marks.Any(mark => mark.Mark == Mark.Blank))
            yield return words.Get("legend.blank");
    }

    private IEnumerable<RichText> SchoolLines()
    {
        var schools = facts
            .Schools.OrderBy(school => school.Part != School.Participant)
            .ThenBy(school => school.Group ?? int.MaxValue)
            .ThenBy(school => school.ShortName, RussianOrder.Names)
            .ToList();
        yield return words.Get("schools.title");
        if (schools.Count == 0)
            yield return words.Get("schools.none");
        foreach (var school in schools.Take(MostSchools))
            yield return words.Get("schools.line", ("name", school.ShortName), ("facts", Facts(school)));
        if (schools.Count > MostSchools)
            yield return words.Get("schools.more", ("n", schools.Count - MostSchools));
    }

    private RichText Facts(School school) =>
        school.Part == School.Participant
            ? words.Facts(school.Group, school.FailureLevel, school.Difficulties)
            : words.Named("school.part", school.Part);
}
