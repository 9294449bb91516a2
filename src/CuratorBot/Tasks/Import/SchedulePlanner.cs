using CuratorBot.Conversations.Turns;
using CuratorBot.Importing;
using CuratorBot.Schedule;
using CuratorBot.Schedule.Calendar;
using CuratorBot.Schools;
using CuratorBot.Tables;
using CuratorBot.Tasks.Editing;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Tasks.Import;

/// <summary>Works out what a file would change and for whom. Changes nothing.</summary>
public sealed class SchedulePlanner(NameIndexCache names, WorkCalendar calendar)
{
    internal async Task<SchedulePlan> Plan(TurnContext turn, IReadOnlyList<ScheduleRow> rows)
    {
        var places = await SchedulePlaces.Of(turn, await names.For(turn.Db, turn.Revision));
        var known = await (await VisibleTasks.To(turn)).ToListAsync();
        var words = new ScheduleFileWords(turn, calendar, await TaskChanges.Owing(turn), await OpenOf(turn));
        var reader = new RowReader(turn, places);
        var planned = new List<PlannedChange>();
        var taken = new Dictionary<string, int>();
        foreach (var row in rows)
            planned.Add(await Plan(turn, reader, words, known, row, taken));
        return new SchedulePlan(planned);
    }

    private static async Task<PlannedChange> Plan(
        TurnContext turn,
        RowReader reader,
        ScheduleFileWords words,
        List<ProjectTask> known,
        ScheduleRow row,
        Dictionary<string, int> taken
    )
    {
        try
        {
            var existing = ByCode(turn, known, row);
            var cancels = reader.IsCancelled(row);
            var wish = existing is not null && cancels ? TaskWish.Of(existing) : reader.Read(row, existing);
            existing ??= known.Find(task => task.CancelledAt is null && IsSame(task, wish));
            if (!taken.TryAdd(existing?.Id ?? $"{Key(wish)}", row.Number))
                throw Bad(turn, "twice", ("row", taken[existing?.Id ?? $"{Key(wish)}"]));
            return existing is null
                ? cancels
                    ? throw Bad(turn, "cancelsNothing")
                    : new PlannedChange(
                        row.Number,
                        wish.Title,
                        RowVerdict.New,
                        words.New(wish),
                        null,
                        Coming(turn, wish)
                    )
                : await Plan(turn, words, row, existing, wish, cancels);
        }
        catch (BadRowException bad)
        {
            return new PlannedChange(row.Number, row[ScheduleColumn.Title], RowVerdict.Bad, bad.Why);
        }
    }

    private static async Task<PlannedChange> Plan(
        TurnContext turn,
        ScheduleFileWords words,
        ScheduleRow row,
        ProjectTask existing,
        TaskWish wish,
        bool cancels
    )
    {
        var before = TaskWish.Of(existing);
        if (existing.CancelledAt is not null && !cancels)
            throw Bad(turn, "cancelled");
        if (existing.CancelledAt is not null || (!cancels && before == wish))
            return new PlannedChange(row.Number, wish.Title, RowVerdict.Same, "", existing, wish);
        if (!await ScheduleRights.MayChange(turn, existing))
            throw Bad(turn, "notYours", ("text", existing.Title));
        if (cancels)
            return new PlannedChange(
                row.Number,
                wish.Title,
                RowVerdict.Removed,
                words.Cancelled(existing),
                existing,
                wish
            );
        if (
            (before.Region, before.MunicipalityId, before.Group)
            != (wish.Region, wish.MunicipalityId, wish.Group)
        )
            throw Bad(turn, "otherWhom");
        if (wish.Year != existing.Year)
            throw Bad(turn, "otherYear", ("from", $"{existing.Year - 1}"), ("to", $"{existing.Year}"));
        foreach (var kind in Enum.GetValues<OwnerKind>())
            if (wish.DueOnFor(kind) != before.DueOnFor(kind) && wish.DueOnFor(kind) < turn.Today)
                throw Bad(turn, "past", ("date", wish.DueOnFor(kind)));
        return new PlannedChange(
            row.Number,
            wish.Title,
            RowVerdict.Changed,
            words.Changed(existing, before, wish),
            existing,
            wish
        );
    }

    private static TaskWish Coming(TurnContext turn, TaskWish wish) =>
        Enum.GetValues<OwnerKind>().Select(wish.DueOnFor).FirstOrDefault(due => due < turn.Today) is { } past
            ? throw Bad(turn, "past", ("date", past))
            : wish;

    private static ProjectTask? ByCode(TurnContext turn, List<ProjectTask> known, ScheduleRow row) =>
        row[ScheduleColumn.Code] is not { Length: > 0 } code
            ? null
            : known.Find(task => task.Id == code) ?? throw Bad(turn, "code", ("text", code));

    /// <summary>A file without codes that is sent again adds nothing twice.</summary>
    private static bool IsSame(ProjectTask task, TaskWish wish) =>
        task.Year == wish.Year && Key(TaskWish.Of(task)) == Key(wish);

    private static (string, string?, string?, int?, int) Key(TaskWish wish) =>
        (TitleWords.Of(wish.Title), wish.Region, wish.MunicipalityId, wish.Group, wish.Year);

    private static async Task<IReadOnlyDictionary<(string, OwnerKind), int>> OpenOf(TurnContext turn)
    {
        var rows = await turn
            .Db.Obligations.OfPlacesIn(turn.Who.MaySee)
            .Where(row => row.DoneAt == null)
            .GroupBy(row => new { row.TaskId, row.OwnerKind })
            .Select(alike => new { alike.Key, Count = alike.Count() })
            .ToListAsync();
        return rows.ToDictionary(row => (row.Key.TaskId, row.Key.OwnerKind), row => row.Count);
    }

    private static BadRowException Bad(
        TurnContext turn,
        string why,
        params (string Name, object? Value)[] values
    ) => new(turn.Text($"scheduleFile.bad.{why}", values));
}
