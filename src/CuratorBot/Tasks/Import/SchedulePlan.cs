using CuratorBot.Importing;
using CuratorBot.Schedule;
using CuratorBot.Texts;

namespace CuratorBot.Tasks.Import;

/// <summary>What one row of a file would do.</summary>
/// <param name="Existing">Null for a new task and a bad row.</param>
/// <param name="Wish">Null for a bad row.</param>
internal sealed record PlannedChange(
    int Number,
    string Name,
    RowVerdict Verdict,
    RichText Says,
    ProjectTask? Existing = null,
    TaskWish? Wish = null
) : PlannedRow(Number, Name, Verdict, Says);

/// <summary>What a file would do to the schedule.</summary>
internal sealed class SchedulePlan(IReadOnlyList<PlannedChange> changes) : ImportPlan
{
    public IReadOnlyList<PlannedChange> Changes => changes;
    public override IReadOnlyList<PlannedRow> Rows => changes;

    protected override IEnumerable<string> Promises() =>
        changes.Select(row => $"{row.Number}|{row.Verdict}|{row.Existing?.Id}|{row.Wish}|{row.Says.Text}");
}
