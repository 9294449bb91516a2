using CuratorBot.Messaging;
using CuratorBot.Sweeping;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.LongTasks;

/// <summary>Takes up again what is open and nobody is at: what waited when the bot ended, and what failed.</summary>
public sealed class LongTaskSweep(IUnitOfWork unitOfWork, LongTaskRuns runs, ILongTaskRunner runner) : ISweep
{
    private const int AtOnce = 100;

    public string Name => "long tasks";

    public async Task Run(DateTimeOffset now, CancellationToken cancellation = default)
    {
        await using var db = unitOfWork.OpenForReading();
        var open = await db
            .LongTasks.Where(row => row.State == LongTaskState.Open)
            .OrderBy(row => row.Id)
            .Select(row => row.Id)
            .Take(AtOnce)
            .ToListAsync(cancellation);
        foreach (var id in open.Where(id => !runs.IsRunning(id)))
            runner.Begin(id);
    }
}
