namespace CuratorBot.Schedule;

/// <summary>
/// On which days a task speaks up, and to whom. A step that falls on a day off is moved: one before the
/// deadline to the last working day before it, one after the deadline to the next working day.
/// </summary>
public sealed record Ladder
{
    /// <summary>A week, three days and a day ahead, and on the day; then the person, her colleagues, those above.</summary>
    public static readonly Ladder Default = new();

    /// <summary>Days before the deadline on which those who owe it are reminded; 0 is the day itself.</summary>
    public IReadOnlyList<int> Before { get; init; } = [7, 3, 1, 0];

    /// <summary>Days after it, from 1; then every <see cref="Every"/> days while it stays open.</summary>
    public IReadOnlyList<int> After { get; init; } = [1, 3, 7];

    /// <summary>At least 1.</summary>
    public int Every { get; init; } = 7;

    /// <summary>Days overdue, from 1, when the other people of the school hear of it, and may close it.</summary>
    public int Team { get; init; } = 2;

    /// <summary>Days overdue when the coordinator above the owner hears: of a school the municipal one.</summary>
    public int Above { get; init; } = 3;

    /// <summary>Days overdue when the regional coordinator hears of a school.</summary>
    public int Top { get; init; } = 14;

    /// <summary>Counts working days instead of days: «за 3 рабочих дня».</summary>
    public bool InWorkdays { get; init; }

    /// <summary>Days overdue from which somebody hears of it who does not owe it.</summary>
    public int HeardFrom(Standing standing) =>
        standing switch
        {
            Standing.Teammate => Team,
            Standing.Watcher => Above,
            Standing.Overseer => Top,
            _ => throw new ArgumentOutOfRangeException(nameof(standing), standing, null),
        };
}
