using System.Security.Cryptography;
using System.Text;
using CuratorBot.Schedule;
using CuratorBot.Texts;

namespace CuratorBot.Tasks.Import;

internal enum RowVerdict
{
    New = 0,
    Changed = 1,
    Cancelled = 2,
    Unchanged = 3,
    Bad = 4,
}

/// <summary>What one row of a file would do.</summary>
/// <param name="Says">What changes for whom, or what is to be corrected; empty when nothing changes.</param>
/// <param name="Existing">Null for a new task and a bad row.</param>
/// <param name="Wish">Null for a bad row.</param>
internal sealed record PlannedChange(
    int Number,
    string Title,
    RowVerdict Verdict,
    RichText Says,
    ProjectTask? Existing = null,
    TaskWish? Wish = null
);

/// <summary>What a file would do to the schedule.</summary>
internal sealed record SchedulePlan(IReadOnlyList<PlannedChange> Rows)
{
    public int Count(RowVerdict verdict) => Rows.Count(row => row.Verdict == verdict);

    public bool IsClean => Count(RowVerdict.Bad) == 0;

    public bool ChangesAnything =>
        Rows.Any(row => row.Verdict is RowVerdict.New or RowVerdict.Changed or RowVerdict.Cancelled);

    /// <summary>Equal for two plans that would say and do the same.</summary>
    public string Hash()
    {
        var all = new StringBuilder();
        foreach (var row in Rows)
            all.Append($"{row.Number}|{row.Verdict}|{row.Existing?.Id}|{row.Wish}|{row.Says.Text}\n");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(all.ToString())))[..16];
    }
}
