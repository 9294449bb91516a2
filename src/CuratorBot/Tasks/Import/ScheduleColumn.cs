using CuratorBot.Schedule;

namespace CuratorBot.Tasks.Import;

/// <summary>The columns of a schedule as a table, in their order.</summary>
public enum ScheduleColumn
{
    Title = 0,
    Place = 1,
    Group = 2,
    Starts = 3,
    Ends = 4,
    Schools = 5,
    Municipalities = 6,
    Regions = 7,
    Performers = 8,
    Wants = 9,
    Optional = 10,
    Cancel = 11,

    /// <summary>Which task of the schedule the row stands for; empty for a new one.</summary>
    Code = 12,
}
