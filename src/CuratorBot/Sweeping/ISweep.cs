namespace CuratorBot.Sweeping;

/// <summary>
/// Something that becomes due with time. What is due lies in rows, so it may be run as often as one likes, after
/// any pause, and twice at the same time.
/// </summary>
public interface ISweep
{
    /// <summary>As the log and <c>/health</c> call it: «drafts».</summary>
    string Name { get; }

    /// <summary>Does what is due by <paramref name="now"/>; rows that fail are put off (<see cref="Rounds"/>).</summary>
    Task Run(DateTimeOffset now, CancellationToken cancellation = default);
}
