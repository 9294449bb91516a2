using CuratorBot.Conversations;
using CuratorBot.Data;
using CuratorBot.Messaging;
using CuratorBot.People;
using CuratorBot.Texts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace CuratorBot.Advice;

/// <summary>
/// Brings requests to mind that nobody answers. First it notes for each that is due who is to hear of it; then
/// it tells each of these people once, in the hours that are theirs, of all that still waits. Both lie in rows,
/// so it may be run as often as one likes, after any pause, and twice at the same time.
/// </summary>
public sealed partial class HelpSweep(
    IUnitOfWork unitOfWork,
    HelpTerms terms,
    IQuietHours quietHours,
    Outbox outbox,
    TextCatalogue texts,
    IdGenerator ids,
    FailPoints failPoints,
    ILogger<HelpSweep> log
)
{
    private const int MostAtOnce = 100;

    /// <summary>What is due so soon in the same municipality comes along, so that one message says it all.</summary>
    private static readonly TimeSpan Along = TimeSpan.FromHours(8);

    /// <summary>So many lie in one message; the others follow on the next day.</summary>
    private const int MostInOne = 10;
    private static readonly TimeSpan RestFollowsAfter = TimeSpan.FromDays(1);
    private static readonly TimeSpan TryAgainAfter = TimeSpan.FromHours(1);

    /// <summary>Returns when nothing is due any more.</summary>
    public async Task Run(DateTimeOffset now, CancellationToken cancellation = default)
    {
        while (await DueRequests(now, cancellation) is { Count: > 0 } requests)
            foreach (var id in requests)
                await DoOrPutOff(
                    scope => Note(scope.Db, id, now),
                    scope => PutOff(scope.Db, id, now),
                    id,
                    cancellation
                );
        while (await DuePeople(now, cancellation) is { Count: > 0 } people)
            foreach (var id in people)
                await DoOrPutOff(
                    scope => Tell(scope, id, now),
                    scope => PutOffAll(scope.Db, id, now),
                    id,
                    cancellation
                );
    }

    private async Task<List<long>> DueRequests(DateTimeOffset now, CancellationToken cancellation)
    {
        await using var db = unitOfWork.OpenForReading();
        var due = db.HelpRequests.Where(row => row.RemindAt <= now);
        return await db
            .HelpRequests.Where(row => row.RemindAt <= now + Along)
            .Where(row => due.Any(one => one.MunicipalityId == row.MunicipalityId))
            .OrderBy(row => row.RemindAt)
            .Take(MostAtOnce)
            .Select(row => row.Id)
            .ToListAsync(cancellation);
    }

    private async Task<List<long>> DuePeople(DateTimeOffset now, CancellationToken cancellation)
    {
        await using var db = unitOfWork.OpenForReading();
        return await db
            .HelpNudges.Where(row => row.DueAt <= now)
            .Select(row => row.PersonId)
            .Distinct()
            .Take(MostAtOnce)
            .ToListAsync(cancellation);
    }

    private async Task Note(CuratorBotDb db, long id, DateTimeOffset now)
    {
        if (await db.HelpRequests.FindAsync(id) is not { } request || !(request.RemindAt <= now + Along))
            return;
        if (request.IsWaiting)
            foreach (var person in await WhoHears(db, request))
                if (await db.HelpNudges.FindAsync(person, id) is null)
                    db.HelpNudges.Add(
                        new HelpNudge
                        {
                            PersonId = person,
                            RequestId = id,
                            DueAt = now,
                        }
                    );
        request.Reminders++;
        request.RemindAt = request.IsWaiting ? await terms.Next(db, request, now) : null;
    }

    private async Task<IReadOnlyList<long>> WhoHears(CuratorBotDb db, HelpRequest request)
    {
        var school = await db.Schools.SingleAsync(row => row.Id == request.SchoolId);
        return terms.IsForCoordinator(request)
            ? await SchoolHelpers.Above(db, school, request.AskedBy)
            : await SchoolHelpers.Of(db, school, request.AskedBy);
    }

    private async Task Tell(WriteScope scope, long person, DateTimeOffset now)
    {
        var db = scope.Db;
        var nudges = await db.HelpNudges.Where(row => row.PersonId == person).ToListAsync();
        if (await quietHours.PeaceUntil(db, person, now) is { } morning)
        {
            foreach (var nudge in nudges)
                nudge.DueAt = morning;
            return;
        }
        var waiting = await StillHers(db, person, nudges.ConvertAll(row => row.RequestId));
        var rest = waiting.Skip(MostInOne).Select(request => request.Id).ToHashSet();
        foreach (var nudge in nudges)
            if (rest.Contains(nudge.RequestId))
                nudge.DueAt = now + RestFollowsAfter;
            else
                db.Remove(nudge);
        if (waiting.Count == 0)
            return;
        var message = await HelpReminder.Of(db, texts, ids, person, [.. waiting.Take(MostInOne)]);
        Postman.Send(scope, outbox, await Postman.RowsFor(db, person, Lane.Broadcast, message, now));
        failPoints.Pass(FailPoints.Swept);
    }

    /// <summary>
    /// Those that she may still answer, the oldest first, whatever was true when it was noted; none when no
    /// message reaches her.
    /// </summary>
    private static async Task<List<HelpRequest>> StillHers(
        CuratorBotDb db,
        long person,
        IReadOnlyList<long> requests
    )
    {
        if (
            await PeopleDirectory.Read(db, person) is not { } who
            || !(await Reachable.Of(db, [person])).Contains(person)
        )
            return [];
        return await db
            .HelpRequests.Where(row => EF.Parameter(requests).Contains(row.Id))
            .Waiting()
            .Within(who.MayHelp)
            .OrderBy(row => row.AskedAt)
            .ThenBy(row => row.Id)
            .ToListAsync();
    }

    private Task DoOrPutOff(
        Func<WriteScope, Task> work,
        Func<WriteScope, Task> putOff,
        long id,
        CancellationToken cancellation
    ) =>
        unitOfWork.DoOrPutOff(
            () => unitOfWork.Write(work, cancellation),
            putOff,
            error => LogPutOff(log, id, error),
            cancellation
        );

    private static async Task PutOff(CuratorBotDb db, long request, DateTimeOffset now)
    {
        if (await db.HelpRequests.FindAsync(request) is { } row)
            row.RemindAt = now + TryAgainAfter;
    }

    private static async Task PutOffAll(CuratorBotDb db, long person, DateTimeOffset now)
    {
        foreach (var row in await db.HelpNudges.Where(row => row.PersonId == person).ToListAsync())
            row.DueAt = now + TryAgainAfter;
    }

    [LoggerMessage(
        LogLevel.Error,
        "The request or helper {Id} could not be seen to; again in an hour: {Error}"
    )]
    private static partial void LogPutOff(ILogger log, long id, string error);
}
