using CuratorBot.Schedule;

namespace CuratorBot.Reminders;

/// <summary>The coordinator who wants somebody reminded, and when she said so.</summary>
public sealed record AskedBy(long By, DateTimeOffset At);

/// <summary>
/// The step at which somebody is, once more: because she wants it herself, or a coordinator does. The deadline
/// and the steps to come stay as they are.
/// </summary>
internal static class OnceMore
{
    /// <param name="rows">Her reminders of this obligation and of its present date.</param>
    public static Reminder Row(
        ReminderPlan plan,
        (long PersonId, Obligation Obligation) whom,
        Steps steps,
        IReadOnlyCollection<Reminder> rows,
        DateOnly today,
        DateTimeOffset dueAt,
        AskedBy? asked = null
    )
    {
        var step =
            steps.Current(today)
            ?? rows.Where(row => row.Stage != Reminder.Opening)
                .Select(row => row.Stage)
                .DefaultIfEmpty(Steps.DaysLeft(whom.Obligation.DueOn, today))
                .Max();
        var repeat =
            rows.Where(row => row.Stage == step).Select(row => row.Repeat).DefaultIfEmpty().Max() + 1;
        return plan.Row(whom.Obligation, whom.PersonId, steps, step, repeat, dueAt, asked);
    }
}
