using System.CommandLine;
using CuratorBot.Host.Log;

namespace CuratorBot.Host.CommandLine;

/// <summary><c>log-events</c>: everything that the log can say, one a line, with tabs between name, level and text.</summary>
internal static class LogEventsCommand
{
    public static Command Describe()
    {
        Command command = new("log-events", "Lists everything that the log can say, to watch for.");
        command.SetAction(call =>
        {
            foreach (var one in LogEvents.All)
                call.InvocationConfiguration.Output.WriteLine($"{one.Name}\t{Level(one)}\t{one.Message}");
            return ExitCodes.Ok;
        });
        return command;
    }

    private static string Level(LogEvent one) =>
        one.Level == LogLevel.None ? "various" : one.Level.ToString();
}
