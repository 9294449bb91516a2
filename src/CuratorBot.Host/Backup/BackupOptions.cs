namespace CuratorBot.Host.Backup;

/// <summary>Section <c>Backup</c>: the daily backup.</summary>
public sealed class BackupOptions
{
    public const string Section = "Backup";
    public const int UsuallyKept = 7;

    /// <summary>Where backups are put. Null: <c>backups</c> in the data directory.</summary>
    public string? Directory { get; init; }

    /// <summary>How many daily ones are kept; 0 makes none. Null: 7, and none in the playground.</summary>
    public int? Keep { get; init; }

    /// <summary>From which hour of Moscow the backup of a day is made, 0 to 23.</summary>
    public int At { get; init; } = 3;

    public bool IsPossible => Keep is null or >= 0 && At is >= 0 and <= 23;
}

/// <summary>What the section comes to, with the defaults filled in.</summary>
/// <param name="Directory">Absolute.</param>
public sealed record BackupPlan(string Directory, int Keep, int At)
{
    /// <summary>By law on personal data no copy outlives the term in which somebody forgotten must be gone.</summary>
    public static readonly TimeSpan LongestKept = TimeSpan.FromDays(35);

    public bool IsDaily => Keep > 0;
}
