using CuratorBot.Audit;
using CuratorBot.Conversations.Drafts;
using CuratorBot.Data;
using CuratorBot.Events.Listing;
using CuratorBot.Messaging;
using CuratorBot.Messaging.Sending;
using CuratorBot.People.InCharge;
using CuratorBot.Sweeping;
using CuratorBot.Texts;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Events.Review;

/// <summary>
/// Accepts what has waited long enough, and reminds the reviewers of the rest by one line, in the mornings
/// that are theirs.
/// </summary>
public sealed class ReviewSweep(
    IUnitOfWork unitOfWork,
    Rounds rounds,
    ReviewOptions options,
    IQuietHours quietHours,
    Outbox outbox,
    TextCatalogue texts,
    IdGenerator ids,
    RealTime realTime
) : ISweep
{
    private const int MostAtOnce = 100;
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMinutes(10);

    private Pause _untilNextLook;

    public string Name => "reports in review";

    public async Task Run(DateTimeOffset now, CancellationToken cancellation = default)
    {
        await rounds.Make(
            new DueRows(
                Name,
                wanted => wanted.Of(Due(wanted.Db, now)),
                (reports, stop) => unitOfWork.Write(scope => Accept(scope, reports, now), stop)
            )
            {
                Portion = MostAtOnce,
                Together = MostAtOnce,
            },
            now,
            cancellation
        );
        if (!_untilNextLook.IsOver(now, realTime))
            return;
        await RemindReviewers(now, cancellation);
        _untilNextLook = Pause.Of(BetweenLooks, now, realTime);
    }

    private async Task RemindReviewers(DateTimeOffset now, CancellationToken cancellation)
    {
        var waiting = await Overdue(now, cancellation);
        await rounds.Make(
            new DueRows(
                "reviewers",
                wanted =>
                    Task.FromResult(waiting.Keys.Except(wanted.Without).Order().Take(wanted.Most).ToList()),
                async (reviewers, stop) =>
                {
                    await unitOfWork.Write(
                        scope => Remind(scope, reviewers[0], waiting[reviewers[0]], now),
                        stop
                    );
                    waiting.Remove(reviewers[0]);
                }
            ),
            now,
            cancellation
        );
    }

    private static IQueryable<long> Due(CuratorBotDb db, DateTimeOffset now) =>
        db
            .EventReports.Where(row => row.State == ReviewState.Waiting && row.AcceptAt <= now)
            .OrderBy(row => row.AcceptAt)
            .Select(row => row.Id);

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
    private async Task<Dictionary<long, int>> Overdue(DateTimeOffset now, CancellationToken cancellation)
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
            var reviewer in await PeopleInCharge.Over(db, place.MunicipalityId, place.Region, without: null)
        )
            pending[reviewer] = pending.GetValueOrDefault(reviewer) + place.Count;
        foreach (var reviewer in told)
            pending.Remove(reviewer);
        return pending;
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
}
