using CuratorBot.Data;

namespace CuratorBot.Schedule;

/// <summary>The small words by which deadlines are written, read once from the file beside.</summary>
/// <param name="BeforeHour">«24.01 с 12:00».</param>
/// <param name="Until">What stands before the day by which something is to be done.</param>
/// <param name="Months">How their names begin.</param>
/// <param name="Please">With what a letter begins before it says what is to be done.</param>
internal sealed record ScheduleWords(
    string[] BeforeHour,
    string InTime,
    string[] Until,
    string Since,
    string[] Months,
    string[] Year,
    string Inclusive,
    string[] Please,
    string You
)
{
    public static ScheduleWords Russian { get; } = EmbeddedJson.Read<ScheduleWords>("schedule-words");
}
