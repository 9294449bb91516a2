using System.Globalization;
using CuratorBot.Condition;

namespace CuratorBot.Host.Clock;

/// <summary>Shows a piece of work that hangs, or was not woken, as a trouble.</summary>
internal sealed class Watchdog(Troubles troubles)
{
    /// <summary>Longer than the longest look after an outage.</summary>
    private static readonly TimeSpan SurelyHangs = TimeSpan.FromMinutes(15);

    public void Look(IReadOnlyList<Wake> wakes)
    {
        foreach (var wake in wakes)
        {
            var late = wake.Silence - (2 * wake.Interval);
            if (late <= TimeSpan.Zero)
                troubles.End(PartOf(wake));
            else
                troubles.Raise(
                    PartOf(wake),
                    late < SurelyHangs ? Severity.Passing : Severity.NeedsRestart,
                    InWords(wake)
                );
        }
    }

    private static string InWords(Wake wake) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"«{wake.Name}» has not come to its end for {wake.Silence.TotalSeconds:0} s, though it is due every {wake.Interval.TotalSeconds:0} s; if that goes on, restart the bot."
        );

    private static string PartOf(Wake wake) =>
        wake.Name == ClockSetup.Sweeps ? Parts.Sweep : $"{Parts.Sweep}:{wake.Name}.silent";
}
