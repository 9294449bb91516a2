using CuratorBot.Conversations.Drafts;
using CuratorBot.Data;
using CuratorBot.Messaging;
using CuratorBot.Messaging.Sending;
using CuratorBot.People;
using CuratorBot.People.InCharge;
using CuratorBot.Sweeping;
using CuratorBot.Texts;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Advice;

/// <summary>
/// Brings requests to mind that nobody answers. First it notes for each that is due who is to hear of it; then
/// it tells each of these people once, in the hours that are theirs, of all that still waits. Both lie in rows.
/// </summary>
public sealed class HelpSweep(
    IUnitOfWork unitOfWork,
    Rounds rounds,
    HelpTerms terms,
    IQuietHours quietHours,
    Outbox outbox,
    TextCatalogue texts,
    IdGenerator ids,
    FailPoints failPoints
) : ISweep
{
    /// <summary>What is due so soon in the same municipality comes along, so that one message says it all.</summary>
    private static readonly TimeSpan Along = TimeSpan.FromHours(8);

    /// <summary>So many lie in one message; the others follow on the next day.</summary>
    private const int MostInOne = 10;
    private static readonly TimeSpan RestFollowsAfter = TimeSpan.FromDays(1);

    public string Name => "requests for help";

    public async Task Run(DateTimeOffset now, CancellationToken cancellation = default)
    {
        await rounds.Make(
            new DueRows(
                Name,
                wanted => DueRequests(wanted, now),
                (requests, stop) => unitOfWork.Write(scope => Note(scope.Db, requests[0], now), stop)
            ),
            now,
            cancellation
        );
        await rounds.Make(
            new DueRows(
                "people who may help",
                wanted => DuePeople(wanted, now),
                (people, stop) => unitOfWork.Write(scope => Tell(scope, people[0], now), stop)
            ),
            now,
            cancellation
        );
    }

    private static Task<List<long>> DueRequests(Wanted wanted, DateTimeOffset now)
    {
        var due = wanted.Db.HelpRequests.Where(row =>
            row.RemindAt <= now && !EF.Parameter(wanted.Without).Contains(row.Id)
        );
        return wanted.Of(
            wanted
                .Db.HelpRequests.Where(row => row.RemindAt <= now + Along)
                .Where(row => due.Any(one => one.MunicipalityId == row.MunicipalityId))
                .OrderBy(row => row.RemindAt)
                .Select(row => row.Id)
        );
    }

    private static Task<List<long>> DuePeople(Wanted wanted, DateTimeOffset now) =>
        wanted.Of(
            wanted
                .Db.HelpNudges.Where(row => row.DueAt <= now)
                .GroupBy(row => row.PersonId)
                .OrderBy(rows => rows.Min(row => row.DueAt))
                .Select(rows => rows.Key)
        );

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
            ? await PeopleInCharge.AboveHelpersOf(db, school, request.AskedBy)
            : await PeopleInCharge.HelpersOf(db, school, request.AskedBy);
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
}
