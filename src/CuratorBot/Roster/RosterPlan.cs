using CuratorBot.Importing;
using CuratorBot.People;
using CuratorBot.Texts;

namespace CuratorBot.Roster;

/// <summary>
/// What one row comes to. It is unclear where its name is in the roster with another number: who is meant must be
/// said first.
/// </summary>
internal sealed record RosterLine(RosterRow Row, RowVerdict Verdict, RichText Says)
    : PlannedRow(Row.Number, Row.Name, Verdict, Says);

/// <summary>One entry of the roster as the file wants it.</summary>
/// <param name="Existing">Null for a new one.</param>
/// <param name="Email">Null when there is none.</param>
internal sealed record RosterStep(
    RosterRecord? Existing,
    string Name,
    string Phone,
    string? Email,
    IReadOnlyList<WantedRole> Added,
    IReadOnlyList<RosterRole> Removed
)
{
    public bool ChangesAnything =>
        Existing is null
        || Existing.Entry.Name != Name
        || Existing.Entry.Phone != Phone
        || Existing.Entry.Email != Email
        || Added.Count + Removed.Count > 0;
}

/// <summary>What a file would do to the roster: row by row, and entry by entry.</summary>
/// <param name="scope">Within which part of the roster.</param>
/// <param name="missing">In the roster and not in the file; they stay unless she says otherwise.</param>
internal sealed class RosterPlan(
    RosterScope scope,
    IReadOnlyList<RosterLine> lines,
    IReadOnlyList<RosterStep> steps,
    IReadOnlyList<RosterRecord> missing
) : ImportPlan
{
    private const int MostMissingNamed = 5;

    public RosterScope Scope => scope;
    public IReadOnlyList<RosterLine> Lines => lines;
    public IReadOnlyList<RosterStep> Steps => steps;
    public IReadOnlyList<RosterRecord> Missing => missing;
    public override IReadOnlyList<PlannedRow> Rows => lines;
    public override bool ChangesAnything => steps.Any(step => step.ChangesAnything);

    /// <summary>Those who are new are only counted.</summary>
    public override IReadOnlyList<RowVerdict> Named =>
        [RowVerdict.Changed, RowVerdict.Bad, RowVerdict.Unclear];

    public override string Ending =>
        Count(RowVerdict.Bad) == 0 && !IsClean ? "answer"
        : IsClean && !ChangesAnything && missing.Count > 0 ? "onlyMissing"
        : base.Ending;

    /// <summary>Somebody with two roles has two rows and one change.</summary>
    public override IEnumerable<PlannedRow> RowsOf(RowVerdict verdict) =>
        verdict == RowVerdict.Changed
            ? lines
                .Where(line => line.Verdict == verdict)
                .DistinctBy(line => (line.Row.Phone, line.Says.Text))
            : base.RowsOf(verdict);

    public override IEnumerable<RichText> Besides(TextCatalogue texts)
    {
        if (missing.Count == 0)
            yield break;
        var rest = missing.Count - MostMissingNamed;
        yield return texts.Get(
            rest > 0 ? "roster.preview.missingMore" : "roster.preview.missing",
            ("count", missing.Count),
            ("names", string.Join(", ", missing.Take(MostMissingNamed).Select(record => record.Entry.Name))),
            ("rest", rest)
        );
    }

    protected override IEnumerable<string> Promises() =>
        [
            .. lines.Select(line => $"{line.Row}|{line.Verdict}|{line.Says.Text}"),
            .. steps.Select(step =>
                $"{step.Existing?.Entry.Id}|{step.Existing?.Entry.PersonId}|{step.Name}|{step.Phone}|{step.Email}|{string.Join(',', step.Added)}|{string.Join(',', step.Removed.Select(role => role.Id))}"
            ),
            .. missing.Select(record =>
                $"-{record.Entry.Id}:{string.Join(',', record.Roles.Select(role => role.Id))}"
            ),
        ];
}
