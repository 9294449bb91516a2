using CuratorBot.Conversations.Turns;
using CuratorBot.Schedule;
using CuratorBot.Schedule.Calendar;
using CuratorBot.Texts;

namespace CuratorBot.Tasks.Import;

/// <summary>What a row would change, and for whom, in words.</summary>
/// <param name="open">How many have yet to do a task, by kind.</param>
internal sealed class ScheduleFileWords(
    TurnContext turn,
    WorkCalendar calendar,
    Obligations owing,
    IReadOnlyDictionary<(string TaskId, OwnerKind Kind), int> open
)
{
    /// <summary>«Школы: до 31 мая, их 14; муниципалитеты: до 3 июня, их 12».</summary>
    public RichText New(TaskWish wish)
    {
        var owed = owing.Of(wish.ToTask("", 0)).CountBy(row => row.OwnerKind).ToDictionary();
        var parts = Kinds(wish)
            .Select(kind =>
                Say(
                    "owes",
                    ("who", Who(kind)),
                    ("date", wish.DueOnFor(kind)),
                    ("count", owed.GetValueOrDefault(kind))
                )
            )
            .ToList();
        return RichText.Join("; ", parts.Count == 0 ? [Say("period")] : [.. parts, .. DaysOff(wish)]);
    }

    public RichText Changed(ProjectTask task, TaskWish before, TaskWish wish)
    {
        var parts = new List<RichText>();
        foreach (var kind in Enum.GetValues<OwnerKind>())
            if (before.DueOnFor(kind) != wish.DueOnFor(kind))
                parts.Add(Moved(task, kind, before.DueOnFor(kind), wish));
        if (before.Title != wish.Title)
            parts.Add(Say("title", ("before", before.Title)));
        if ((before.StartsOn, before.OpensAt, before.EndsOn) != (wish.StartsOn, wish.OpensAt, wish.EndsOn))
            parts.Add(Say("days"));
        if (
            (before.Performers, before.Wants, before.Optional) != (wish.Performers, wish.Wants, wish.Optional)
        )
            parts.Add(Say("conditions"));
        return RichText.Join("; ", [.. parts, .. DaysOff(wish, before)]);
    }

    public RichText Cancelled(ProjectTask task) =>
        Say(
            "cancelled",
            ("count", Enum.GetValues<OwnerKind>().Sum(kind => open.GetValueOrDefault((task.Id, kind))))
        );

    private RichText Moved(ProjectTask task, OwnerKind kind, DateOnly? before, TaskWish wish)
    {
        var count = open.GetValueOrDefault((task.Id, kind));
        return wish.DueOnFor(kind) is not { } date ? Say("dropped", ("who", Who(kind)), ("count", count))
            : before is null
                ? Say(
                    "owes",
                    ("who", Who(kind)),
                    ("date", date),
                    ("count", owing.Of(wish.ToTask("", 0)).Count(row => row.OwnerKind == kind))
                )
            : Say("moved", ("who", Who(kind)), ("before", before), ("date", date), ("count", count));
    }

    private IEnumerable<RichText> DaysOff(TaskWish wish, TaskWish? before = null) =>
        Kinds(wish)
            .Where(kind => wish.DueOnFor(kind) != before?.DueOnFor(kind))
            .Select(kind => wish.DueOnFor(kind)!.Value)
            .Where(day => !calendar.IsWorkday(day, wish.Region))
            .Distinct()
            .Select(day => Say("dayOff", ("date", day)));

    private static IEnumerable<OwnerKind> Kinds(TaskWish wish) =>
        Enum.GetValues<OwnerKind>().Where(kind => wish.DueOnFor(kind) is not null);

    private RichText Who(OwnerKind kind) => turn.Text($"scheduleFile.kinds.{kind}");

    private RichText Say(string key, params (string Name, object? Value)[] values) =>
        turn.Text($"scheduleFile.says.{key}", values);
}
