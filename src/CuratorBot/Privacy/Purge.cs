using CuratorBot.Audit;
using CuratorBot.Conversations.Turns;
using CuratorBot.Data;
using CuratorBot.Files;
using CuratorBot.Messaging;
using CuratorBot.Messaging.Sending;
using CuratorBot.Sweeping;
using CuratorBot.Texts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace CuratorBot.Privacy;

/// <summary>
/// Deletes what has been kept for its term (<see cref="RetentionOptions"/>) and forgets the people whose time
/// has come. Works in small portions, so that nobody waits for it, and may be run at any time and twice. What
/// fails stops nothing else.
/// </summary>
public sealed partial class Purge(
    IUnitOfWork unitOfWork,
    Rounds rounds,
    Isolated isolated,
    Forgetting forgetting,
    Outbox outbox,
    FileStore files,
    RetentionOptions retention,
    TextCatalogue texts,
    IdGenerator ids,
    TimeProvider clock,
    Catalogue catalogue,
    RealTime realTime,
    ILogger<Purge> log
)
{
    /// <param name="now">Of the clock that people's data are stamped with; updates are stamped with the real time.</param>
    public async Task Run(DateTimeOffset now, CancellationToken cancellation = default)
    {
        var realNow = realTime.Now;
        await isolated.Run("files that pass through", () => RemoveBrief(realNow), cancellation);
        foreach (var rows in Expired.Terms(retention, now, realNow).Select(Rows).Prepend(ToBeForgotten(now)))
            await isolated.Run(rows.Name, () => rounds.Make(rows, now, cancellation), cancellation);
    }

    private Task RemoveBrief(DateTimeOffset realNow)
    {
        files.RemoveBrief(realNow);
        return Task.CompletedTask;
    }

    private DueRows Rows(Term term) =>
        new(term.Name, wanted => wanted.Of(term.Due(wanted.Db)), (keys, stop) => Remove(term, keys, stop))
        {
            Portion = Expired.AtOnce,
            Together = Expired.AtOnce,
        };

    private async Task Remove(Term term, IReadOnlyList<long> keys, CancellationToken cancellation)
    {
        while (await unitOfWork.Write(scope => Remove(scope.Db, term, keys), cancellation) == Expired.AtOnce)
            cancellation.ThrowIfCancellationRequested();
    }

    private static async Task<int> Remove(CuratorBotDb db, Term term, IReadOnlyList<long> keys)
    {
        var due = await term.Due(db).Where(key => EF.Parameter(keys).Contains(key)).ToListAsync();
        var removed = due.Count == 0 ? 0 : await term.Remove(db, due);
        db.LeavesNoTrace = removed > 0;
        return removed;
    }

    private DueRows ToBeForgotten(DateTimeOffset now) =>
        new(
            "people to be forgotten",
            wanted =>
                wanted.Of(
                    wanted
                        .Db.People.Where(person => person.ForgetAt <= now && person.ForgottenAt == null)
                        .OrderBy(person => person.ForgetAt)
                        .Select(person => person.Id)
                ),
            (people, stop) => Forget(people[0], stop)
        );

    private async Task Forget(long personId, CancellationToken cancellation)
    {
        if (await Find(personId) is not { } traces)
            return;
        await unitOfWork.Write(scope => Forget(scope, traces), cancellation);
        LogForgotten(log, personId);
    }

    private async Task Forget(WriteScope scope, Traces traces)
    {
        var turn = TurnContext.WithoutMessage(
            AuditActor.System,
            scope,
            texts,
            ids,
            clock,
            catalogue,
            unitOfWork.ReadRevision()
        );
        var rows = new List<OutboxRow>();
        foreach (var (personId, lane, message) in (await forgetting.Forget(turn, traces)).Deliveries)
            rows.AddRange(await Postman.RowsFor(scope.Db, personId!.Value, lane, message, turn.Now));
        Postman.Send(scope, outbox, rows);
    }

    private async Task<Traces?> Find(long personId)
    {
        await using var db = unitOfWork.OpenForReading();
        return await Traces.Find(db, personId);
    }

    [LoggerMessage(LogLevel.Information, "Person {Person} is forgotten")]
    private static partial void LogForgotten(ILogger log, long person);
}
