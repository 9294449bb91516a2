using CuratorBot.Condition;
using CuratorBot.Data;
using CuratorBot.Messaging;
using Microsoft.Extensions.Logging;

namespace CuratorBot.Sweeping;

/// <summary>Runs a piece of work that must not stop what comes after it: an error is logged and shown as a trouble.</summary>
public sealed partial class Isolated(Troubles troubles, ILogger<Isolated> log)
{
    /// <exception cref="OperationCanceledException">It is asked to stop, and the work has heard it.</exception>
    /// <param name="name">As the log and <c>/health</c> call it.</param>
    public async Task Run(string name, Func<Task> work, CancellationToken cancellation)
    {
        try
        {
            await work();
            troubles.End(PartOf(name));
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            throw;
        }
        catch (StorageException) when (cancellation.IsCancellationRequested)
        {
            // Who stops waits for no database; the next start looks again.
        }
        catch (Exception error)
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
