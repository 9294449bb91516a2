using CuratorBot.Schedule;
using CuratorBot.Schedule.Calendar;

namespace CuratorBot.Reminders;

/// <summary>
/// The steps of one deadline for one person, named by the days to the deadline: 7, 3, 1, 0, then −1, −3 …;
/// which they are and on which mornings they fall.
/// </summary>
public sealed class Steps(
    Ladder ladder,
    Standing standing,
    bool optional,
    DateOnly dueOn,
    WorkCalendar calendar,
    string? region
)
{
    public Standing Standing => standing;

    public static int DaysLeft(DateOnly dueOn, DateOnly today) => dueOn.DayNumber - today.DayNumber;

    /// <summary>The morning of a step: never a day off, and never moved to the other side of the deadline.</summary>
    public DateOnly DayOf(int step)
    {
        var day = ladder.InWorkdays ? calendar.Shift(dueOn, -step, region) : dueOn.AddDays(-step);
        return step >= 0 ? calendar.OnOrBefore(day, region) : calendar.OnOrAfter(day, region);
    }

    /// <summary>The latest step whose morning has come; null before the first one.</summary>
    public int? Current(DateOnly today) =>
        InOrder().TakeWhile(step => DayOf(step) <= today).Cast<int?>().LastOrDefault();

    /// <summary>
    /// The next step that she did not hear yet, today or later. Of those that fall on one morning the last.
    /// </summary>
    public int? Next(DateOnly today, IReadOnlySet<int> heard)
    {
        int? next = null;
        foreach (var step in InOrder().SkipWhile(step => DayOf(step) < today))
        {
            if (next is { } found && DayOf(step) != DayOf(found))
                break;
            if (!heard.Contains(step))
                next = step;
        }
        return next;
    }

    /// <summary>Without end, except of what is owed only if need be.</summary>
    private IEnumerable<int> InOrder() =>
        standing == Standing.Owner ? BeforeDeadline().Concat(optional ? [] : Overdue())
        : optional ? []
        : OnAndOn(ladder.HeardFrom(standing));

    private IEnumerable<int> BeforeDeadline() =>
        ladder.Before.Where(days => days >= 0).Distinct().OrderDescending();

    private IEnumerable<int> Overdue()
    {
        var after = ladder.After.Where(days => days > 0).Distinct().Order().ToList();
        return after.Select(days => -days).Concat(OnAndOn(after.LastOrDefault() + Math.Max(1, ladder.Every)));
    }

    private IEnumerable<int> OnAndOn(int days)
    {
        for (; ; days += Math.Max(1, ladder.Every))
            yield return -days;
    }
}
