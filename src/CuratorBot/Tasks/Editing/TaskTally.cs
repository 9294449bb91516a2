using CuratorBot.Data;
using CuratorBot.People;
using CuratorBot.Schedule;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Tasks.Editing;

/// <summary>
/// How far the owners of one kind are with a task. What is not required of them is not expected, and what is
/// not yet confirmed or optional is never overdue.
/// </summary>
/// <param name="MunicipalityId">Null for regions and for schools that are not placed.</param>
internal sealed record TaskTally(
    OwnerKind Kind,
    string? MunicipalityId,
    int Expected,
    int Received,
    int OnTime,
    int Late,
    int Overdue,
    int Excused
)
{
    private enum Lateness
    {
        Unknown = 0,
        OnTime = 1,
        Late = 2,
    }

    private sealed record Row(
        OwnerKind Kind,
        string? MunicipalityId,
        string TimeZone,
        DateOnly DueOn,
        bool MayBeOverdue,
        bool IsClosed,
        Outcome Outcome,
        Lateness Lateness,
        int Count
    );

    /// <summary>One for each kind of owner in each municipality: one query by index.</summary>
    public static async Task<IReadOnlyList<TaskTally>> Read(
        CuratorBotDb db,
        string taskId,
        Scope scope,
        DateTimeOffset now
    )
    {
        var rows = await (
            from owed in db.Obligations.OfPlacesIn(scope)
            where owed.TaskId == taskId
            group owed by new
            {
                owed.OwnerKind,
                owed.MunicipalityId,
                owed.TimeZone,
                owed.DueOn,
                MayBeOverdue = owed.Active && !owed.Optional,
                IsClosed = owed.DoneAt != null,
                owed.Outcome,
                Lateness = owed.DoneOn == null ? Lateness.Unknown
                : owed.DoneOn > owed.DueOn ? Lateness.Late
                : Lateness.OnTime,
            } into alike
            select new Row(
                alike.Key.OwnerKind,
                alike.Key.MunicipalityId,
                alike.Key.TimeZone,
                alike.Key.DueOn,
                alike.Key.MayBeOverdue,
                alike.Key.IsClosed,
                alike.Key.Outcome,
                alike.Key.Lateness,
                alike.Count()
            )
        ).ToListAsync();
        return
        [
            .. rows.GroupBy(row => (row.Kind, row.MunicipalityId))
                .Select(alike => Of(alike.Key.Kind, alike.Key.MunicipalityId, [.. alike], now)),
        ];
    }

    /// <summary>All places together, schools first.</summary>
    public static IReadOnlyList<TaskTally> ByKind(IEnumerable<TaskTally> tallies) =>
        [
            .. tallies
                .GroupBy(tally => tally.Kind)
                .OrderBy(alike => alike.Key)
                .Select(alike => alike.Aggregate((one, other) => one.With(other))),
        ];

    private TaskTally With(TaskTally other) =>
        new(
            Kind,
            null,
            Expected + other.Expected,
            Received + other.Received,
            OnTime + other.OnTime,
            Late + other.Late,
            Overdue + other.Overdue,
            Excused + other.Excused
        );

    private static TaskTally Of(OwnerKind kind, string? town, List<Row> rows, DateTimeOffset now)
    {
        int Count(Func<Row, bool> which) => rows.Where(which).Sum(row => row.Count);
        bool IsReceived(Row row) => row is { IsClosed: true, Outcome: Outcome.Done };
        return new(
            kind,
            town,
            Count(row => row.Outcome == Outcome.Done),
            Count(IsReceived),
            Count(row => IsReceived(row) && row.Lateness == Lateness.OnTime),
            Count(row => IsReceived(row) && row.Lateness == Lateness.Late),
            Count(row => row is { IsClosed: false, MayBeOverdue: true } && IsPast(row, now)),
            Count(row => row.Outcome == Outcome.Excused)
        );
    }

    private static bool IsPast(Row row, DateTimeOffset now) => row.DueOn < LocalDays.Today(now, row.TimeZone);
}
