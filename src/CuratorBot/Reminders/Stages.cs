namespace CuratorBot.Reminders;

/// <summary>
/// The days on which somebody is reminded, as days to the deadline: 7, 3, 1, 0, then −1, −3, −7 and every
/// seventh day after that.
/// </summary>
public static class Stages
{
    private static readonly int[] First = [7, 3, 1, 0, -1, -3];
    private const int Week = 7;

    public static int DaysLeft(DateOnly dueOn, DateOnly today) => dueOn.DayNumber - today.DayNumber;

    public static DateOnly DayOf(int stage, DateOnly dueOn) => dueOn.AddDays(-stage);

    /// <summary>The latest stage whose day has come; null more than a week before the deadline.</summary>
    public static int? Current(int daysLeft) =>
        daysLeft > First[0] ? null
        : daysLeft <= -Week ? -(-daysLeft / Week * Week)
        : First.Last(stage => stage >= daysLeft);

    /// <summary>The stages whose day is today or later, in their order, without end.</summary>
    public static IEnumerable<int> From(int daysLeft)
    {
        foreach (var stage in First.Where(stage => stage <= daysLeft))
            yield return stage;
        for (var weeks = Math.Max(1, (-daysLeft + Week - 1) / Week); ; weeks++)
            yield return -weeks * Week;
    }
}
