using System.Diagnostics;

namespace CuratorBot.Messaging;

/// <summary>
/// Named places between two steps of the way of a message, at which a test ends a run as a power cut would.
/// Elsewhere they cost a comparison.
/// </summary>
/// <param name="passed">Called with the name of each place that is passed.</param>
public sealed class FailPoints(Action<string>? passed = null)
{
    public const string Received = "inbox.received";
    public const string Stored = "inbox.stored";
    public const string Handled = "turn.handled";
    public const string Committed = "turn.committed";
    public const string Sent = "outbox.sent";
    public const string Marked = "outbox.marked";
    public const string Swept = "reminders.swept";

    /// <summary>A long task is made, and nothing of it is in the outbox.</summary>
    public const string Made = "tasks.made";

    /// <summary>A step of an upgrade of the database is done, and the whole not committed.</summary>
    public const string Migrated = "database.migrated";

    /// <summary>A new database is whole, but not in its place.</summary>
    public const string Created = "database.created";

    /// <summary>All of them, for a test that kills at each.</summary>
    public static readonly string[] All =
    [
        Received,
        Stored,
        Handled,
        Committed,
        Sent,
        Marked,
        Swept,
        Made,
        Migrated,
        Created,
    ];

    /// <summary>
    /// With <c>CURATORBOT_FAIL_AT=name</c> or <c>name:3</c> the process kills itself when it comes there for the
    /// first or third time.
    /// </summary>
    public static FailPoints FromEnvironment()
    {
        if (
            Environment.GetEnvironmentVariable("CURATORBOT_FAIL_AT")?.Split(':')
            is not [var place, .. var rest]
        )
            return new FailPoints();
        var (times, seen) = (rest is [var number] ? int.Parse(number) : 1, 0);
        return new FailPoints(name =>
        {
            if (name == place && Interlocked.Increment(ref seen) == times)
                KillThisProcess();
        });
    }

    public void Pass(string name) => passed?.Invoke(name);

    private static void KillThisProcess()
    {
        using var self = Process.GetCurrentProcess();
        self.Kill();
        self.WaitForExit();
    }
}
