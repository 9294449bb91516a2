using CuratorBot.Schedule;

namespace CuratorBot.Status;

/// <summary>How many obligations are alike in all that decides whether they are overdue.</summary>
internal sealed record DeadlineRow(
    string? MunicipalityId,
    OwnerKind OwnerKind,
    DateOnly DueOn,
    bool Active,
    bool Optional,
    bool Done,
    int Count
)
{
    public bool IsOverdue(DateOnly today) => !Done && Active && !Optional && DueOn < today;
}

/// <summary>
/// Obligations counted once each: done, overdue, open and those whose date a coordinator has yet to confirm.
/// </summary>
/// <param name="Next">The nearest date from today on of what is open; null when there is none.</param>
internal sealed record Deadlines(int All, int Done, int Overdue, int Open, int Unconfirmed, DateOnly? Next)
{
    public static Deadlines Of(IEnumerable<DeadlineRow> counted, DateOnly today)
    {
        var rows = counted.ToList();
        int Count(Func<DeadlineRow, bool> which) => rows.Where(which).Sum(row => row.Count);
        return new(
            Count(_ => true),
            Count(row => row.Done),
            Count(row => row.IsOverdue(today)),
            Count(row => !row.Done && row.Active && !row.IsOverdue(today)),
            Count(row => !row.Done && !row.Active),
            rows.Where(row => !row.Done && row.Active && row.DueOn >= today).Min(row => (DateOnly?)row.DueOn)
        );
    }
}
