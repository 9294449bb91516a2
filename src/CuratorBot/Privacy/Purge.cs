using CuratorBot.Audit;
using CuratorBot.Conversations;
using CuratorBot.Data;
using CuratorBot.Files;
using CuratorBot.Messaging;
using CuratorBot.People;
using CuratorBot.Texts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace CuratorBot.Privacy;

/// <summary>
/// Deletes what has been kept for its term (<see cref="RetentionOptions"/>) and forgets the people whose time
/// has come. Works in small portions, so that nobody waits for it, and may be run at any time and twice.
/// </summary>
public sealed partial class Purge(
    IUnitOfWork unitOfWork,
    Forgetting forgetting,
    Outbox outbox,
    FileStore files,
    RetentionOptions retention,
    TextCatalogue texts,
    IdGenerator ids,
    TimeProvider clock,
    RealTime realTime,
    ILogger<Purge> log
)
{
    private const int AtOnce = 500;

    /// <param name="now">Of the clock that people's data are stamped with; updates are stamped with the real time.</param>
    public async Task Run(DateTimeOffset now, CancellationToken cancellation = default)
    {
        files.RemoveBrief(realTime.Now);
        await ForgetDue(now, cancellation);
        foreach (var portion in Portions(now, realTime.Now))
            while (await Take(portion, cancellation) == AtOnce)
                cancellation.ThrowIfCancellationRequested();
    }

    private IEnumerable<Func<CuratorBotDb, Task<int>>> Portions(DateTimeOffset now, DateTimeOffset realNow) =>
        [
            db => Expired.StripMessages(db, now - retention.MessageTexts, AtOnce),
            db => Expired.RemoveMessages(db, now - retention.Messages, AtOnce),
            db => Expired.RemoveAnnouncements(db, now - retention.Messages, AtOnce),
            db => Expired.RemoveUpdates(db, realNow - retention.Updates, AtOnce),
            db => Expired.RemoveWrongCodes(db, now - retention.WrongCodes, AtOnce),
            db => Expired.RemoveRequests(db, now - retention.Requests, AtOnce),
            db => Expired.RemoveInvitations(db, now - retention.Invitations, AtOnce),
            db => Expired.RemoveRosterEntries(db, now - retention.Roster, AtOnce),
            db => Expired.RemoveRosterUploads(db, now - retention.RosterFiles, AtOnce),
            db => Expired.RemoveStrangers(db, now - retention.Strangers, AtOnce),
        ];

    private Task<int> Take(Func<CuratorBotDb, Task<int>> portion, CancellationToken cancellation) =>
        unitOfWork.Write(
            async scope =>
            {
                var removed = await portion(scope.Db);
                scope.Db.LeavesNoTrace = removed > 0;
                return removed;
            },
            cancellation
        );

    private async Task ForgetDue(DateTimeOffset now, CancellationToken cancellation)
    {
        foreach (var personId in await Due(now, cancellation))
        {
            var traces = await Find(personId);
            if (traces is null)
                continue;
            await unitOfWork.Write(scope => Forget(scope, traces), cancellation);
            LogForgotten(log, personId);
        }
    }

    private async Task Forget(WriteScope scope, Traces traces)
    {
        var turn = TurnContext.WithoutMessage(
            AuditActor.System,
            scope,
            texts,
            ids,
            clock,
            unitOfWork.ReadRevision()
        );
        var rows = new List<OutboxRow>();
        foreach (var (personId, lane, message) in (await forgetting.Forget(turn, traces)).Deliveries)
            rows.AddRange(await Postman.RowsFor(scope.Db, personId!.Value, lane, message, turn.Now));
        Postman.Send(scope, outbox, rows);
    }

    private async Task<List<long>> Due(DateTimeOffset now, CancellationToken cancellation)
    {
        await using var db = unitOfWork.OpenForReading();
        return await db
            .People.Where(person => person.ForgetAt <= now && person.ForgottenAt == null)
            .OrderBy(person => person.ForgetAt)
            .Select(person => person.Id)
            .ToListAsync(cancellation);
    }

    private async Task<Traces?> Find(long personId)
    {
        await using var db = unitOfWork.OpenForReading();
        return await Traces.Find(db, personId);
    }

    [LoggerMessage(LogLevel.Information, "Person {Person} is forgotten")]
    private static partial void LogForgotten(ILogger log, long person);
}
