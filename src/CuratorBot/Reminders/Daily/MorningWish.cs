using CuratorBot.Data;

namespace CuratorBot.Reminders.Daily;

/// <summary>What a person has chosen for her reminders; without a row, nine o'clock and no pause.</summary>
public sealed class MorningWish : INotAFact
{
    public required long PersonId { get; init; }

    /// <summary>The local hour, <see cref="Morning.EarliestHour"/> to <see cref="Morning.LatestHour"/>.</summary>
    public int Hour { get; set; } = Morning.UsualHour;

    /// <summary>The first local day on which she may be reminded again; null without a pause.</summary>
    public DateOnly? PausedUntil { get; set; }
}
