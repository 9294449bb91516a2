using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;

namespace CuratorBot.Host.Log;

/// <summary>One line an event: the time in UTC, how grave it is, its name, what is said, and the error if there is one.</summary>
internal sealed class EventLines() : ConsoleFormatter(FormatterName)
{
    public const string FormatterName = "events";

    public override void Write<TState>(
        in LogEntry<TState> logEntry,
        IExternalScopeProvider? scopeProvider,
        TextWriter textWriter
    )
    {
        var now = TimeProvider
            .System.GetUtcNow()
            .ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
        var name = LogEvents.NameOf(logEntry.Category, logEntry.EventId.Name);
        var said = logEntry.Formatter(logEntry.State, logEntry.Exception);
        textWriter.WriteLine(
            $"{now} {Word(logEntry.LogLevel)}: {name}: {OneLine(said)}{Told(logEntry.Exception)}"
        );
    }

    private static string Told(Exception? error) => error is null ? "" : $" {OneLine(error.ToString())}";

    private static string OneLine(string text) => text.ReplaceLineEndings(" ");

    private static string Word(LogLevel level) =>
        level switch
        {
            LogLevel.Trace => "trce",
            LogLevel.Debug => "dbug",
            LogLevel.Information => "info",
            LogLevel.Warning => "warn",
            LogLevel.Error => "fail",
            _ => "crit",
        };
}
