using CuratorBot.Data;
using CuratorBot.Messaging;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Host.Health;

/// <param name="OldestUnsent">When the oldest message that waits was made; null when none waits.</param>
internal sealed record SeenInDatabase(int Unsent, DateTimeOffset? OldestUnsent, int Parked);

/// <summary>
/// Asks the database how much waits. However many ask meanwhile, one question at a time is under way, so that a
/// database which hangs ties up one thread and not one for each.
/// </summary>
internal sealed partial class DatabaseLook(
    IUnitOfWork unitOfWork,
    RealTime realTime,
    ILogger<DatabaseLook> log
)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1.5);

    private readonly Lock _lock = new();
    private Task<SeenInDatabase?>? _asking;

    /// <summary>Null when no answer came in time, or none at all.</summary>
    public async Task<SeenInDatabase?> Ask()
    {
        Task<SeenInDatabase?> asking;
        lock (_lock)
            asking = _asking is { IsCompleted: false } ? _asking : _asking = Task.Run(Read);
        try
        {
            return await asking.WaitAsync(Patience, realTime.Provider);
        }
        catch (TimeoutException)
        {
            return null;
        }
    }

    private async Task<SeenInDatabase?> Read()
    {
        try
        {
            await using var db = unitOfWork.OpenForReading();
            var waiting = db.Outbox.Where(row => row.State == OutboxState.Waiting);
            return new SeenInDatabase(
                await waiting.CountAsync(),
                await waiting.MinAsync(row => (DateTimeOffset?)row.CreatedAt),
                await db.Inbox.CountAsync(row => row.State == InboxState.Parked)
            );
        }
        catch (Exception error)
        {
            LogNoAnswer(log, ErrorWords.KindsOf(error));
            return null;
        }
    }

    [LoggerMessage(LogLevel.Warning, "The database gave no answer for /health: {Error}")]
    private static partial void LogNoAnswer(ILogger log, string error);
}
