using System.Runtime.InteropServices;
using CuratorBot.Data;

namespace CuratorBot.Sweeping;

/// <summary>
/// A time to wait. It is over when either the clock or the time that never goes back says so: a clock that is
/// set back does not prolong it, and one that somebody moves on ends it.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Pause(DateTimeOffset Until, TimeSpan UntilElapsed)
{
    public static Pause Of(TimeSpan length, DateTimeOffset now, RealTime realTime) =>
        new(now + length, realTime.Elapsed + length);

    public bool IsOver(DateTimeOffset now, RealTime realTime) =>
        now >= Until || realTime.Elapsed >= UntilElapsed;
}
