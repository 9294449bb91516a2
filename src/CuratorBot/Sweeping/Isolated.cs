using CuratorBot.Condition;
using CuratorBot.Data;
using CuratorBot.Messaging;
using Microsoft.Extensions.Logging;

namespace CuratorBot.Sweeping;

/// <summary>Runs a piece of work that must not stop what comes after it: an error is logged and shown as a trouble.</summary>
public sealed partial class Isolated(Troubles troubles, ILogger<Isolated> log)
{
    /// <param name="name">As the log and <c>/health</c> call it.</param>
    public async Task Run(string name, Func<Task> work, CancellationToken cancellation)
    {
        try
        {
            await work();
            troubles.End(PartOf(name));
        }
        catch (Exception error) when (!cancellation.IsCancellationRequested)
        {
            LogFailed(log, name, ErrorWords.Of(error));
            troubles.Raise(
                PartOf(name),
                error is StorageException ? Severity.Passing : Severity.NeedsPerson,
                $"«{name}» ended with an error and is tried again at the next look; see the log."
            );
        }
    }

    private static string PartOf(string name) => $"{Parts.Sweep}:{name}.look";

    [LoggerMessage(LogLevel.Error, "«{Name}» ended with an error; the next look follows: {Error}")]
    private static partial void LogFailed(ILogger log, string name, string error);
}
