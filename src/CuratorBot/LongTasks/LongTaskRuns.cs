using System.Collections.Concurrent;
using CuratorBot.Conversations.Turns;
using CuratorBot.Data;
using CuratorBot.Messaging;
using CuratorBot.People;
using CuratorBot.Texts;
using Microsoft.Extensions.Logging;

namespace CuratorBot.LongTasks;

/// <summary>
/// Makes long tasks, each by one at a time: the process that holds the data knows which it is at, and what is open
/// beside those was interrupted. Safe to call at any time, twice and from two places.
/// </summary>
public sealed partial class LongTaskRuns(
    IUnitOfWork unitOfWork,
    IEnumerable<ILongWork> works,
    LongTaskEnds ends,
    Catalogue catalogue,
    TextCatalogue texts,
    IdGenerator ids,
    TimeProvider clock,
    RealTime realTime,
    FailPoints failPoints,
    ILogger<LongTaskRuns> log
)
{
    /// <summary>What takes longer hangs.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    public static readonly TimeSpan BetweenEdits = TimeSpan.FromSeconds(3);

    private readonly ConcurrentDictionary<long, bool> _running = new();

    public bool IsRunning(long id) => _running.ContainsKey(id);

    /// <summary>Makes it, unless that is over or under way. It throws nothing: what is left open is taken up again.</summary>
    public async Task Run(long id, CancellationToken stopping)
    {
        if (!_running.TryAdd(id, true))
            return;
        try
        {
            if (await unitOfWork.Write(scope => Claim(scope, id), stopping) is { } task)
                await Attempt(task, stopping);
        }
        catch (Exception error)
        {
            if (!stopping.IsCancellationRequested)
                LogFailed(log, id, ErrorWords.Of(error));
        }
        finally
        {
            _running.TryRemove(id, out _);
        }
    }

    /// <summary>An attempt counts from its beginning, so that a task that kills the process is given up, too.</summary>
    private async Task<LongTask?> Claim(WriteScope scope, long id)
    {
        if (await scope.Db.LongTasks.FindAsync(id) is not { State: LongTaskState.Open } task)
            return null;
        if (task.Attempts >= LongTask.MostAttempts)
        {
            await ends.GiveUp(scope, id);
            return null;
        }
        task.Attempts++;
        return task;
    }

    private async Task Attempt(LongTask task, CancellationToken stopping)
    {
        MadeAnswer? made;
        try
        {
            made = await Watched(task, stopping);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            await unitOfWork.Write(scope => ends.GiveBack(scope, task.Id), CancellationToken.None);
            return;
        }
        catch (Exception error)
        {
            LogFailed(log, task.Id, ErrorWords.Of(error));
            if (task.Attempts >= LongTask.MostAttempts)
                await unitOfWork.Write(scope => ends.GiveUp(scope, task.Id), stopping);
            return;
        }
        failPoints.Pass(FailPoints.Made);
        await unitOfWork.Write(scope => ends.Finish(scope, task.Id, made), CancellationToken.None);
    }

    /// <summary>Makes it while she is told how far it is.</summary>
    private async Task<MadeAnswer?> Watched(LongTask task, CancellationToken stopping)
    {
        using var patience = new CancellationTokenSource(Longest, realTime.Provider);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, stopping);
        using var over = new CancellationTokenSource();
        var progress = new LongTaskProgress();
        var telling = Tell(task.Id, progress, over.Token);
        try
        {
            return await Make(task, progress, either.Token);
        }
        finally
        {
            await over.CancelAsync();
            await telling;
        }
    }

    private async Task<MadeAnswer?> Make(
        LongTask task,
        LongTaskProgress progress,
        CancellationToken cancellation
    )
    {
        await using var db = unitOfWork.OpenForReading();
        if (await PeopleDirectory.Read(db, task.PersonId) is not { IsMember: true, Consented: true } who)
            return null;
        var turn = new TurnContext(() => db, texts, ids, clock, catalogue)
        {
            Message = new IncomingMessage
            {
                Channel = "",
                AccountId = 0,
                ChatId = 0,
            },
            Known = who,
            Revision = unitOfWork.ReadRevision(),
        };
        var answer = await works
            .Single(work => work.Name == task.Work)
            .Make(turn, task.Argument, progress, cancellation);
        return answer is null ? null : new MadeAnswer(answer, who.RightsKey);
    }

    /// <summary>How far it is is no promise: where the storage takes it not, it is told the next time.</summary>
    private async Task Tell(long id, LongTaskProgress progress, CancellationToken over)
    {
        using var timer = new PeriodicTimer(BetweenEdits, realTime.Provider);
        var told = 0;
        while (await NextTick(timer, over))
        {
            var percent = progress.Percent;
            if (percent <= told)
                continue;
            try
            {
                await unitOfWork.Write(scope => ends.Tell(scope, id, percent), CancellationToken.None);
                told = percent;
            }
            catch (StorageException)
            {
                continue;
            }
        }
    }

    private static async Task<bool> NextTick(PeriodicTimer timer, CancellationToken over)
    {
        try
        {
            return await timer.WaitForNextTickAsync(over);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    [LoggerMessage(
        LogLevel.Error,
        "Long task {Id} failed and is tried again, or given up after three times: {Error}"
    )]
    private static partial void LogFailed(ILogger log, long id, string error);
}
