using CuratorBot.Conversations.Drafts;
using CuratorBot.Data;
using CuratorBot.Messaging;
using CuratorBot.Messaging.Sending;
using CuratorBot.People;
using CuratorBot.People.InCharge;
using CuratorBot.Sweeping;
using CuratorBot.Texts;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Papers;

/// <summary>
/// Some days after the visit it asks the director and the curator of a school for the agreement that nobody has
/// entered: twice at most, never at night.
/// </summary>
internal sealed class AgreementSweep(
    IUnitOfWork unitOfWork,
    Rounds rounds,
    Agreements agreements,
    IQuietHours quietHours,
    Outbox outbox,
    TextCatalogue texts,
    IdGenerator ids,
    FailPoints failPoints
) : ISweep
{
    private const int DaysAfterVisit = 3;
    private const int MostTimes = 2;
    private static readonly TimeSpan Between = TimeSpan.FromDays(14);

    public string Name => "missing agreements";

    public Task Run(DateTimeOffset now, CancellationToken cancellation = default) =>
        rounds.Make(
            new DueRows(
                Name,
                wanted =>
                    wanted.Of(Due(wanted.Db, now).OrderBy(row => row.VisitedOn).Select(row => row.PairId)),
                (pairs, stop) => unitOfWork.Write(scope => Remind(scope, pairs[0], now), stop)
            ),
            now,
            cancellation
        );

    private static IQueryable<MissingAgreement> Due(CuratorBotDb db, DateTimeOffset now)
    {
        var until = LocalDays.Today(now, Asker.DefaultTimeZone).AddDays(-DaysAfterVisit);
        return MissingAgreement
            .In(db, db.Schools, until)
            .Where(row =>
                !db.Set<AgreementNudge>()
                    .Any(nudge =>
                        nudge.PairId == row.PairId && (nudge.NextAt > now || nudge.Times >= MostTimes)
                    )
            );
    }

    private async Task Remind(WriteScope scope, long pair, DateTimeOffset now)
    {
        var db = scope.Db;
        if (await Due(db, now).SingleOrDefaultAsync(row => row.PairId == pair) is not { } missing)
            return;
        var nudge = await db.Set<AgreementNudge>().FindAsync(pair);
        if (nudge is null)
            db.Add(nudge = new AgreementNudge { PairId = pair });
        var people = await Reachable.Among(
            db,
            db.RoleAssignments.Where(role =>
                role.RevokedAt == null
                && role.SchoolId == missing.SchoolId
                && (role.Role == Role.Director || role.Role == Role.Curator)
            )
        );
        foreach (var person in people)
            if (await quietHours.PeaceUntil(db, person, now) is { } morning)
            {
                nudge.NextAt = morning;
                return;
            }
        (nudge.Times, nudge.NextAt) = (nudge.Times + 1, now + Between);
        foreach (var person in people)
            Postman.Send(
                scope,
                outbox,
                await Postman.RowsFor(db, person, Lane.Broadcast, await Message(db, missing), now)
            );
        failPoints.Pass(FailPoints.Swept);
    }

    private async Task<OutgoingMessage> Message(CuratorBotDb db, MissingAgreement missing) =>
        new()
        {
            Id = ids.Next(),
            Text = texts.Get(
                "agreements.missing.reminder",
                ("school", await NameOf(db, missing.SchoolId)),
                ("helper", await NameOf(db, missing.HelperId)),
                ("date", missing.VisitedOn)
            ),
            Choices =
            [
                [
                    new(
                        texts.Plain("agreements.missing.enterThis"),
                        MissingAgreementsAction.Enter(agreements, missing)
                    ),
                ],
            ],
        };

    private static Task<string> NameOf(CuratorBotDb db, string school) =>
        db.Schools.Where(row => row.Id == school).Select(row => row.ShortName).SingleAsync();
}
