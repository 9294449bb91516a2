namespace CuratorBot.Host.Clock;

/// <summary>What Hangfire calls when a piece of work is to be woken.</summary>
internal sealed class WakeJobs(IEnumerable<Wake> wakes)
{
    public const string Queue = "clock";

    /// <param name="name">Of the <see cref="Wake"/>.</param>
    public Task Look(string name, CancellationToken stopping) =>
        wakes.Single(wake => wake.Name == name).Look(stopping);
}
