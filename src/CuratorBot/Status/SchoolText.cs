using CuratorBot.People;
using CuratorBot.Schools;
using CuratorBot.Texts;

namespace CuratorBot.Status;

/// <summary>The card of a school: how far it is, what it owes, who answers for it, what happened there.</summary>
internal sealed class SchoolText(StatusWords words, SchoolFacts facts)
{
    private readonly School _school = facts.Place.School;

    public RichText Write()
    {
        var text = new RichTextBuilder().Add(
            words.Get("school.head", ("short", _school.ShortName), ("date", facts.Today))
        );
        Section(text, words.Lead(Tally(), facts.Today));
        Section(text, Owed("overdue", line => line.IsOverdue(facts.Today)));
        Section(text, Owed("open", line => !line.Done && line.Active && !line.IsOverdue(facts.Today)));
        Section(text, Owed("unconfirmed", line => !line.Done && !line.Active));
        Section(text, Owed("done", line => line.Done));
        Section(text, About());
        Section(text, People());
        Section(text, words.EventLines(facts.Events, facts.Newest, facts.Today));
        return text.Build();
    }

    private static void Section(RichTextBuilder text, IEnumerable<RichText> lines)
    {
        var block = RichText.Lines(lines);
        if (block.Length > 0)
            text.EmptyLine().Line(block);
    }

    private Deadlines Tally() =>
        Deadlines.Of(
            facts.Owed.Select(line => new DeadlineRow(
                null,
                Schedule.OwnerKind.School,
                line.DueOn,
                line.Active,
                line.Optional,
                line.Done,
                1
            )),
            facts.Today
        );

    private IEnumerable<RichText> Owed(string state, Func<OwedLine, bool> which)
    {
        var lines = facts.Owed.Where(which).ToList();
        if (lines.Count > 0)
            yield return words.Get($"school.{state}.title");
        foreach (var line in lines)
            yield return words.Get(
                line is { Done: true, DoneOn: null } ? "school.done.undated" : $"school.{state}.line",
                ("title", line.Title),
                ("date", line.DoneOn ?? line.DueOn),
                ("days", Math.Abs(facts.Today.DayNumber - line.DueOn.DayNumber))
            );
    }

    private IEnumerable<RichText> About()
    {
        yield return words.Get("school.about");
        yield return words.Get("school.official", ("name", _school.Name));
        yield return facts.Place.Municipality is { } municipality
            ? words.Get("school.municipality", ("name", municipality))
            : words.Get("school.noMunicipality");
        if (_school.Part != School.Participant)
            yield return words.Named("school.part", _school.Part);
        if (_school.Programme is { } programme)
            yield return words.Get("school.programme", ("name", programme));
        if (_school.Part == School.Participant)
            yield return words.Facts(_school.Group, _school.FailureLevel, _school.Difficulties);
    }

    private IEnumerable<RichText> People()
    {
        yield return Holders(Role.Curator, "curator");
        yield return Holders(Role.Director, "director");
    }

    private RichText Holders(Role role, string key)
    {
        var names = facts.People.Where(person => person.Role == role).Select(person => person.Name).ToList();
        return names.Count == 0
            ? words.Get($"school.no_{key}")
            : words.Get($"school.{key}", ("n", names.Count), ("names", string.Join(", ", names)));
    }
}
