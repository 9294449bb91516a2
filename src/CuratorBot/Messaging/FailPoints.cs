using System.Diagnostics;

namespace CuratorBot.Messaging;

/// <summary>
/// Named places between two steps of the way of a message. With <c>CURATORBOT_FAIL_AT=name</c> or
/// <c>name:3</c> the process kills itself, as a power cut would, when it comes there for the first or third
/// time. Without it they cost a comparison.
/// </summary>
public static class FailPoints
{
    public const string Received = "inbox.received";
    public const string Stored = "inbox.stored";
    public const string Handled = "turn.handled";
    public const string Committed = "turn.committed";
    public const string Sent = "outbox.sent";
    public const string Marked = "outbox.marked";
    public const string Swept = "reminders.swept";

    /// <summary>All of them, for a test that kills at each.</summary>
    public static readonly string[] All = [Received, Stored, Handled, Committed, Sent, Marked, Swept];

    private static readonly (string? Name, int Times) Chosen = Read();
    private static int _seen;

    public static void Pass(string name)
    {
        if (
            Chosen.Name is not null
            && Chosen.Name == name
            && Interlocked.Increment(ref _seen) == Chosen.Times
        )
        {
            using var self = Process.GetCurrentProcess();
            self.Kill();
            self.WaitForExit();
        }
    }

    private static (string?, int) Read()
    {
        var parts = Environment.GetEnvironmentVariable("CURATORBOT_FAIL_AT")?.Split(':');
        return parts is null ? (null, 0) : (parts[0], parts.Length > 1 ? int.Parse(parts[1]) : 1);
    }
}
