using CuratorBot.Conversations.Forms;
using CuratorBot.Conversations.Turns;
using CuratorBot.Messaging;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Conversations.Drafts;

/// <summary>
/// Where what was begun is kept: finds drafts, puts them away, takes them up again, and throws them away so that
/// they can be had back.
/// </summary>
public sealed class DraftShelf(AllForms forms, DraftOptions options)
{
    public DraftOptions Options => options;

    /// <summary>The draft that the next message belongs to; null when there is none.</summary>
    public static Task<Session?> ActiveSession(TurnContext turn) =>
        turn.Db.Sessions.SingleOrDefaultAsync(row => row.PersonId == turn.Who.PersonId && row.Active);

    /// <summary>Her draft with this id, unless it is thrown away.</summary>
    public static async Task<Session?> Find(TurnContext turn, string id) =>
        long.TryParse(id, out var number)
        && await turn.Db.Sessions.FindAsync(number) is { RemovedAt: null } session
        && session.PersonId == turn.Who.PersonId
            ? session
            : null;

    /// <summary>Null when its form is no more.</summary>
    public Draft? In(Session session) => Draft.Of(session, forms);

    /// <summary>Her drafts of one form, or of all that she may fill in; the one touched last comes first.</summary>
    public async Task<IReadOnlyList<Draft>> Of(TurnContext turn, string? form = null)
    {
        var sessions = turn.Db.Sessions.Where(row =>
            row.PersonId == turn.Who.PersonId && row.RemovedAt == null
        );
        await sessions.LoadAsync();
        return
        [
            .. turn
                .Db.Sessions.Local.Where(row => row.PersonId == turn.Who.PersonId && row.RemovedAt is null)
                .OrderByDescending(row => row.UpdatedAt)
                .ThenByDescending(row => row.Id)
                .Select(In)
                .OfType<Draft>()
                .Where(draft => form is null ? draft.Form.IsFor(turn.Who) : draft.Form.Name == form),
        ];
    }

    /// <summary>Those of one form that she has given an answer in.</summary>
    public async Task<IReadOnlyList<Draft>> Begun(TurnContext turn, string form) =>
        [.. (await Of(turn, form)).Where(draft => draft.IsBegun)];

    public async Task<bool> MayBeginAnother(TurnContext turn, Form form) =>
        form.KeepsDrafts
        && form.IsFor(turn.Who)
        && (await Begun(turn, form.Name)).Count < options.MostOfAForm;

    /// <summary>She went on with it: every date of its life begins anew.</summary>
    internal void Touch(Session session, DateTimeOffset now)
    {
        if (In(session) is not { } draft)
            return;
        session.UpdatedAt = now;
        (session.Nudges, session.WasWarned, session.WasOffered) = (0, false, false);
        session.ExpiresAt = draft.Form.ExpiresAt(draft.Sheet, now);
        Look(session, draft.Form);
    }

    /// <summary>Forgets a draft for good and takes the buttons of its last card away.</summary>
    public static Reply Close(TurnContext turn, Session session, Reply reply)
    {
        turn.Db.Sessions.Remove(session);
        return DropCard(turn, session, reply);
    }

    internal static Reply DropCard(TurnContext turn, Session session, Reply reply)
    {
        var sheet = session.Answers();
        if (sheet.Card is not { } card)
            return reply;
        sheet.Card = null;
        session.Keep(sheet);
        return card == turn.Pressed?.Message.Id
            ? reply
            : reply.Then(OutgoingMessage.WithoutButtons(turn.Ids.Next(), card));
    }

    /// <summary>Throws a draft away; one that took some effort can be had back for a while.</summary>
    internal bool Remove(TurnContext turn, Session session)
    {
        if (In(session) is not { Form.KeepsDrafts: true, IsBegun: true } draft)
        {
            turn.Db.Sessions.Remove(session);
            return false;
        }
        (session.Active, session.RemovedAt) = (false, turn.Now);
        Look(session, draft.Form);
        return true;
    }

    internal async Task<Reply> Cancel(TurnContext turn, Session session)
    {
        var said = Remove(turn, session)
            ? turn.Say("forms.cancelled") with
            {
                Choices =
                [
                    [turn.Button("drafts.restore", $"{DraftActions.Restore}:{session.Id}")],
                ],
            }
            : turn.Say("forms.cancelled") with
            {
                RemovesContactButton = true,
            };
        return Reply.With(said).Then(await OfferWaiting(turn));
    }

    /// <summary>One form is done: another that she left for it is offered, once.</summary>
    internal async Task<Reply> OfferWaiting(TurnContext turn)
    {
        var drafts = await Of(turn);
        if (drafts.Any(draft => draft.Session.Active))
            return Reply.Nothing;
        var waiting = drafts.FirstOrDefault(draft =>
            draft is { IsBegun: true, Form.KeepsDrafts: true, Session.WasOffered: false }
        );
        return waiting is null ? Reply.Nothing : Offer(turn, waiting, "drafts.waiting");
    }

    internal static Reply Offer(TurnContext turn, Draft draft, string key)
    {
        draft.Session.WasOffered = true;
        return Reply.With(
            turn.Say(draft.Say(turn.Texts, key)) with
            {
                Choices =
                [
                    [turn.Button("drafts.goOn", $"{DraftActions.Resume}:{draft.Session.Id}")],
                ],
            }
        );
    }

    private void Look(Session session, Form form) =>
        session.LookAt = DraftDates.Next(session, form.KeepsDrafts, options).At;
}
