using CuratorBot.Audit;
using CuratorBot.Conversations;
using CuratorBot.Data;
using CuratorBot.Messaging;
using CuratorBot.People;
using CuratorBot.Texts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace CuratorBot.Events.Review;

/// <summary>
/// Accepts what has waited long enough, and reminds the reviewers of the rest by one line, in the mornings
/// that are theirs. May be run as often as one likes, after any pause, and twice at the same time.
/// </summary>
public sealed partial class ReviewSweep(
    IUnitOfWork unitOfWork,
    ReviewOptions options,
    IQuietHours quietHours,
    Outbox outbox,
    TextCatalogue texts,
    IdGenerator ids,
    ILogger<ReviewSweep> log
)
{
    private const int MostAtOnce = 100;
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMinutes(10);

    private DateTimeOffset _nextLook;

    public async Task Run(DateTimeOffset now, CancellationToken cancellation = default)
    {
        while (await Due(now, cancellation) is { Count: > 0 } due)
            await unitOfWork.Write(scope => Accept(scope, due, now), cancellation);
        if (now < _nextLook)
            return;
        _nextLook = now + BetweenLooks;
        foreach (var reviewer in await Overdue(now, cancellation))
            await RemindOrLog(reviewer, now, cancellation);
    }

    private async Task<List<long>> Due(DateTimeOffset now, CancellationToken cancellation)
    {
        await using var db = unitOfWork.OpenForReading();
        return await db
            .EventReports.Where(row => row.State == ReviewState.Waiting && row.AcceptAt <= now)
            .OrderBy(row => row.AcceptAt)
            .Take(MostAtOnce)
            .Select(row => row.Id)
            .ToListAsync(cancellation);
    }

    private async Task Accept(WriteScope scope, IReadOnlyList<long> due, DateTimeOffset now)
    {
        var db = scope.Db;
        var reports = await db
            .EventReports.Include(row => row.Schools)
            .Where(row => due.Contains(row.Id) && row.State == ReviewState.Waiting)
            .OrderBy(row => row.Id)
            .ToListAsync();
        var actor = new AuditActor(null, AuditActor.System, now);
        foreach (var report in reports)
        {
            (report.State, report.AcceptAt, report.ReviewedAt) = (ReviewState.Accepted, null, now);
            var title = (await db.EventTypes.FindAsync(report.TypeId))?.Name;
            await AuditTrail.Note(db, ids, actor, "event.accepted", Reviewing.SubjectOf(report, title));
            var said = texts.Get("review.acceptedByTime");
            foreach (var (person, edit) in await ReviewCards.Settled(db, ids, report.Id, null, said))
                Postman.Send(scope, outbox, await Postman.RowsFor(db, person, Lane.Broadcast, edit, now));
        }
        await db.SaveChangesAsync();
    }

    /// <summary>Who has something waiting for longer than a day, and was not told of late.</summary>
    private async Task<IReadOnlyList<KeyValuePair<long, int>>> Overdue(
        DateTimeOffset now,
        CancellationToken cancellation
    )
    {
        await using var db = unitOfWork.OpenForReading();
        var (before, toldAfter) = (now - options.RemindAfter, now - options.RemindAgainAfter);
        var waiting = await db
            .EventReports.Where(row => row.State == ReviewState.Waiting && row.SentAt <= before)
            .GroupBy(row => new { row.MunicipalityId, row.Region })
            .Select(rows => new
            {
                rows.Key.MunicipalityId,
                rows.Key.Region,
                Count = rows.Count(),
            })
            .ToListAsync(cancellation);
        var told = await db
            .ReviewNudges.Where(row => row.ToldAt > toldAfter)
            .Select(row => row.PersonId)
            .ToListAsync(cancellation);
        var pending = new Dictionary<long, int>();
        foreach (var place in waiting)
        foreach (
            var reviewer in await Coordinators.Over(db, place.MunicipalityId, place.Region, without: null)
        )
            pending[reviewer] = pending.GetValueOrDefault(reviewer) + place.Count;
        return [.. pending.Where(pair => !told.Contains(pair.Key)).OrderBy(pair => pair.Key)];
    }

    /// <summary>What goes wrong with one reviewer must not keep the others waiting.</summary>
    private async Task RemindOrLog(
        KeyValuePair<long, int> reviewer,
        DateTimeOffset now,
        CancellationToken cancellation
    )
    {
        try
        {
            await unitOfWork.Write(scope => Remind(scope, reviewer.Key, reviewer.Value, now), cancellation);
        }
        catch (Exception error) when (error is not (StorageException or OperationCanceledException))
        {
            LogNotReminded(log, reviewer.Key, ErrorWords.Of(error));
        }
    }

    private async Task Remind(WriteScope scope, long reviewer, int waiting, DateTimeOffset now)
    {
        if (await quietHours.PeaceUntil(scope.Db, reviewer, now) is not null)
            return;
        if (await scope.Db.ReviewNudges.FindAsync(reviewer) is { } nudge)
            nudge.ToldAt = now;
        else
            scope.Db.ReviewNudges.Add(new ReviewNudge { PersonId = reviewer, ToldAt = now });
        var message = new OutgoingMessage
        {
            Id = ids.Next(),
            Text = texts.Get("review.waiting", ("count", waiting)),
            Choices =
            [
                [new(texts.Plain("review.show"), EventsAction.List(EventsFilter.Waiting))],
            ],
        };
        Postman.Send(scope, outbox, await Postman.RowsFor(scope.Db, reviewer, Lane.Broadcast, message, now));
        await scope.Db.SaveChangesAsync();
    }

    [LoggerMessage(LogLevel.Error, "Reviewer {Person} could not be reminded; the next look follows: {Error}")]
    private static partial void LogNotReminded(ILogger log, long person, string error);
}
