using System.Reflection;

namespace CuratorBot.Host.Log;

/// <summary>
/// What the log can say. An event is named after the class that notices it and what happened, such as
/// «PollingLoop.NotStored»: unlike a number it means something, and it stays while the text is mended.
/// </summary>
internal static class LogEvents
{
    private const string Prefix = "Log";

    /// <summary>All of ours, by name.</summary>
    public static IReadOnlyList<LogEvent> All { get; } =
    [
        .. new[] { typeof(CuratorBotSetup).Assembly, typeof(LogEvents).Assembly }
            .SelectMany(assembly => assembly.GetTypes())
            .SelectMany(type =>
                type.GetMethods(BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public)
            )
            .Select(Read)
            .OfType<LogEvent>()
            .OrderBy(one => one.Name, StringComparer.Ordinal),
    ];

    /// <param name="category">The full name of the class that logs.</param>
    /// <param name="method">The name of the event: the method that logs; null when it has none.</param>
    public static string NameOf(string category, string? method)
    {
        var place = category[(category.LastIndexOf('.') + 1)..];
        return method is null ? place
            : method.StartsWith(Prefix, StringComparison.Ordinal) ? $"{place}.{method[Prefix.Length..]}"
            : $"{place}.{method}";
    }

    private static LogEvent? Read(MethodInfo method) =>
        method.GetCustomAttribute<LoggerMessageAttribute>() is { } attribute
            ? new LogEvent(
                NameOf(method.DeclaringType!.FullName!.Replace('+', '.'), attribute.EventName ?? method.Name),
                attribute.Level,
                attribute.Message
            )
            : null;
}

/// <param name="Level">None for one that is said at different levels.</param>
internal sealed record LogEvent(string Name, LogLevel Level, string Message);
