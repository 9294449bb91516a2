using CuratorBot.Conversations.Forms;
using CuratorBot.Data;
using CuratorBot.Messaging;
using CuratorBot.Messaging.Sending;
using CuratorBot.People;
using CuratorBot.Sweeping;
using CuratorBot.Texts;

namespace CuratorBot.Conversations.Drafts;

/// <summary>
/// Brings drafts that lie untouched back to mind and throws away those whose time is over. The dates lie with
/// the drafts. At most one thing is said at a look, whatever a pause has let pass.
/// </summary>
public sealed class DraftSweep(
    IUnitOfWork unitOfWork,
    Rounds rounds,
    DraftShelf shelf,
    IQuietHours quietHours,
    Outbox outbox,
    TextCatalogue texts,
    IdGenerator ids,
    FailPoints failPoints
) : ISweep
{
    public string Name => "drafts";

    public Task Run(DateTimeOffset now, CancellationToken cancellation = default) =>
        rounds.Make(
            new DueRows(
                Name,
                wanted =>
                    wanted.Of(
                        wanted
                            .Db.Sessions.Where(row => row.LookAt <= now)
                            .OrderBy(row => row.LookAt)
                            .Select(row => row.Id)
                    ),
                (drafts, stop) => unitOfWork.Write(scope => LookAt(scope, drafts[0], now), stop)
            ),
            now,
            cancellation
        );

    private async Task LookAt(WriteScope scope, long id, DateTimeOffset now)
    {
        if (await scope.Db.Sessions.FindAsync(id) is not { } session || session.LookAt > now)
            return;
        var draft = shelf.In(session);
        var isKept = draft is { Form.KeepsDrafts: true, IsBegun: true };
        var (due, at) = DraftDates.Next(session, isKept, shelf.Options, now);
        if (at > now)
            session.LookAt = at;
        else if (due == DraftEvent.End || draft is null)
            await End(scope, session, now);
        else
            await Tell(scope, draft, due, now);
    }

    /// <summary>Its last card keeps no buttons that would do nothing.</summary>
    private async Task End(WriteScope scope, Session session, DateTimeOffset now)
    {
        scope.Db.Sessions.Remove(session);
        if (session.Answers().Card is not { } card)
            return;
        var message = OutgoingMessage.WithoutButtons(ids.Next(), card);
        Postman.Send(
            scope,
            outbox,
            await Postman.RowsFor(scope.Db, session.PersonId, Lane.Broadcast, message, now)
        );
    }

    private async Task Tell(WriteScope scope, Draft draft, DraftEvent due, DateTimeOffset now)
    {
        var session = draft.Session;
        var who = await PeopleDirectory.Read(scope.Db, session.PersonId);
        var zone = who?.TimeZone ?? Asker.DefaultTimeZone;
        if (await quietHours.PeaceUntil(scope.Db, session.PersonId, now) is { } morning)
        {
            session.LookAt = morning;
            return;
        }
        Note(session, due, now);
        if (who is null || !draft.Form.IsFor(who))
            return;
        var message = Message(draft, due, LocalDays.Today(session.ExpiresAt, zone));
        Postman.Send(
            scope,
            outbox,
            await Postman.RowsFor(scope.Db, session.PersonId, Lane.Broadcast, message, now)
        );
        failPoints.Pass(FailPoints.Swept);
    }

    /// <summary>However late the warning comes, it leaves her the time that it promises.</summary>
    private void Note(Session session, DraftEvent due, DateTimeOffset now)
    {
        if (due == DraftEvent.Nudge)
            session.Nudges++;
        else
        {
            session.WasWarned = true;
            var notBefore = now + shelf.Options.WarnBefore;
            if (session.ExpiresAt < notBefore)
                session.ExpiresAt = notBefore;
        }
        session.LookAt = DraftDates.Next(session, isKept: true, shelf.Options).At;
        var notAgainBefore = now + shelf.Options.NudgeAgainAfter;
        if (due == DraftEvent.Nudge && session.LookAt < notAgainBefore)
            session.LookAt = notAgainBefore;
    }

    private OutgoingMessage Message(Draft draft, DraftEvent due, DateOnly until) =>
        new()
        {
            Id = ids.Next(),
            Text = draft.Say(
                texts,
                due == DraftEvent.Nudge ? "drafts.nudge" : "drafts.warning",
                ("until", until)
            ),
            Choices =
            [
                [
                    new(texts.Plain("drafts.goOn"), $"{DraftActions.Resume}:{draft.Session.Id}"),
                    new(texts.Plain("drafts.throwAway"), $"{DraftActions.Remove}:{draft.Session.Id}"),
                ],
            ],
        };
}
