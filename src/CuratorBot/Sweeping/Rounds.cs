using System.Collections.Concurrent;
using CuratorBot.Condition;
using CuratorBot.Data;
using CuratorBot.Messaging;
using Microsoft.Extensions.Logging;

namespace CuratorBot.Sweeping;

/// <summary>
/// The one way in which rows that are due are worked off: take a portion, act on it, and go on until nothing is
/// left. A row is acted on once in a round. One that fails is put off alone, with growing pauses, and keeps no
/// other waiting; that the database did not take it is not its fault and ends the round.
/// </summary>
public sealed partial class Rounds(
    IUnitOfWork unitOfWork,
    RealTime realTime,
    Troubles troubles,
    ILogger<Rounds> log
)
{
    private readonly ConcurrentDictionary<string, PutOffRows> _putOff = new(StringComparer.Ordinal);

    /// <exception cref="StorageException">The database could not take a row; the next look tries again.</exception>
    public async Task Make(DueRows rows, DateTimeOffset now, CancellationToken cancellation)
    {
        var putOff = _putOff.GetOrAdd(rows.Name, _ => new PutOffRows(realTime));
        var round = new Round(rows, putOff, now, [], cancellation);
        var nothingIsLeft = await WorkOff(round, [.. putOff.Waiting(now), .. putOff.LastInLine]);
        if (putOff.LastInLine.Count > 0)
            nothingIsLeft = await WorkOff(round, [.. putOff.Waiting(now)]);
        if (nothingIsLeft)
            putOff.ForgetOver(now, except: round.Seen);
        Tell(rows.Name, putOff);
    }

    private sealed record Round(
        DueRows Rows,
        PutOffRows PutOff,
        DateTimeOffset Now,
        HashSet<long> Seen,
        CancellationToken Cancellation
    );

    /// <returns>Whether nothing is due any more that this look may touch.</returns>
    private async Task<bool> WorkOff(Round round, HashSet<long> without)
    {
        while (await Find(round, without) is { Count: > 0 } found)
        {
            without.UnionWith(found.Where(round.Seen.Contains)); // still due: that is for the next look
            foreach (var rows in found.Where(round.Seen.Add).Chunk(round.Rows.Together))
                await ActOrIsolate(round, rows);
            if (round.Rows.IsPaced)
                return false;
        }
        return true;
    }

    private async Task<List<long>> Find(Round round, HashSet<long> without)
    {
        round.Cancellation.ThrowIfCancellationRequested();
        await using var db = unitOfWork.OpenForReading();
        return await round.Rows.Find(new Wanted(db, without, round.Rows.Portion, round.Cancellation));
    }

    private async Task ActOrIsolate(Round round, IReadOnlyList<long> rows)
    {
        try
        {
            await round.Rows.Act(rows, round.Cancellation);
            round.PutOff.Remove(rows);
        }
        catch (Exception error) when (unitOfWork.Explain(error) is StorageException)
        {
            round.PutOff.LetOthersGoFirst(rows);
            throw;
        }
        catch (Exception error) when (!round.Cancellation.IsCancellationRequested)
        {
            if (rows is [var only])
                PutOff(round, only, error);
            else
                foreach (var row in rows)
                    await ActOrIsolate(round, [row]);
        }
    }

    private void PutOff(Round round, long row, Exception error)
    {
        if (round.PutOff.Add(row, round.Now) is { } pause)
            LogPutOff(log, round.Rows.Name, row, pause, ErrorWords.Of(error));
    }

    private void Tell(string name, PutOffRows putOff)
    {
        var (count, tries) = putOff.Failing;
        if (count == 0)
            troubles.End(PartOf(name));
        else
            troubles.Raise(
                PartOf(name),
                tries >= PutOffRows.TriesThatNeedAPerson ? Severity.NeedsPerson : Severity.Passing,
                $"{count} rows of «{name}» fail and are put off; their numbers and the reason stand in the log."
            );
    }

    private static string PartOf(string name) => $"{Parts.Sweep}:{name}";

    [LoggerMessage(LogLevel.Error, "{Sweep}: row {Row} failed and is put off for {Pause}: {Error}")]
    private static partial void LogPutOff(ILogger log, string sweep, long row, TimeSpan pause, string error);
}
