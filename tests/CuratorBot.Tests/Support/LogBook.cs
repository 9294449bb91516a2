using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace CuratorBot.Tests.Support;

/// <summary>Everything that is logged, at the most talkative level, with the errors that were handed over.</summary>
public sealed class LogBook : ILoggerProvider
{
    private readonly ConcurrentQueue<string> _lines = new();

    public IReadOnlyCollection<string> Lines => _lines;

    /// <summary>The lines in which one of the words stands, in whatever case.</summary>
    public IEnumerable<string> Holding(IReadOnlyCollection<string> words) =>
        _lines.Where(line => words.Any(word => line.Contains(word, StringComparison.OrdinalIgnoreCase)));

    public ILogger CreateLogger(string categoryName) => new Writer(_lines);

    public void Dispose() { }

    private sealed class Writer(ConcurrentQueue<string> lines) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            lines.Enqueue($"{state}");
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        ) => lines.Enqueue($"{formatter(state, exception)} {exception}");
    }
}
