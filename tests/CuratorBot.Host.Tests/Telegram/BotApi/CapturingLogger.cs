using System.Collections.Concurrent;
using CuratorBot.Host.Telegram.BotApi;
using Microsoft.Extensions.Logging;

namespace CuratorBot.Host.Tests.Telegram.BotApi;

/// <summary>Keeps every line at every level, with the exception in full.</summary>
public sealed class CapturingLogger : ILogger<BotApiClient>
{
    public ConcurrentQueue<string> Lines { get; } = new();

    public bool IsEnabled(LogLevel logLevel) => true;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter
    ) => Lines.Enqueue($"{logLevel} {formatter(state, exception)} {exception}");
}
