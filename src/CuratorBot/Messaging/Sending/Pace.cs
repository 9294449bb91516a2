namespace CuratorBot.Messaging.Sending;

/// <summary>
/// Lets through so many a second, evenly, after a short burst (generic cell rate algorithm).
/// </summary>
/// <param name="perSecond">The lasting rate.</param>
/// <param name="burst">How many may go at once after a rest.</param>
internal sealed class Pace(double perSecond, double burst)
{
    private TimeSpan _next;

    public double PerSecond { get; set; } = perSecond;

    private TimeSpan Interval => TimeSpan.FromSeconds(1 / PerSecond);

    /// <summary>The earliest time at which one more may go.</summary>
    public TimeSpan Earliest => _next - (Interval * (burst - 1));

    public void Note(TimeSpan now) => _next = (_next > now ? _next : now) + Interval;
}
