using CuratorBot.Importing;

namespace CuratorBot.Registers.Tables;

/// <param name="Row">The row that is there, or the new one with its place; null for a bad one.</param>
/// <param name="Values">What its cells say, by the keys of the fields.</param>
internal sealed record PlannedRegisterRow(
    int Number,
    string Name,
    RowVerdict Verdict,
    string Words,
    RegisterRow? Row,
    IReadOnlyDictionary<string, string?> Values,
    DateOnly AsOf
) : PlannedRow(Number, Name, Verdict, Words);

/// <summary>What a table would do to a register.</summary>
internal sealed class RegisterPlan(IReadOnlyList<PlannedRegisterRow> rows) : ImportPlan
{
    public IReadOnlyList<PlannedRegisterRow> Planned => rows;
    public override IReadOnlyList<PlannedRow> Rows => rows;

    /// <summary>While rows are bad, what the others would change is not said: nothing of it happens.</summary>
    public override IReadOnlyList<RowVerdict> Named => [IsClean ? RowVerdict.Changed : RowVerdict.Bad];

    protected override IEnumerable<string> Promises() =>
        rows.Select(row =>
            $"{row.Number}|{row.Verdict}|{row.Words}|{row.Row?.Version}|{row.AsOf:O}|{string.Join('|', row.Values.Select(pair => $"{pair.Key}={pair.Value}"))}"
        );
}
