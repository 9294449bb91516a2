using CuratorBot.Texts;

namespace CuratorBot.Conversations;

/// <summary>Puts drafts away, takes them up again, and throws them away so that they can be had back.</summary>
public static class DraftShelf
{
    /// <summary>She went on with it: every date of its life begins anew.</summary>
    internal static void Touch(FormEngine engine, Session session, DateTimeOffset now)
    {
        if (engine.DraftIn(session) is not { } draft)
            return;
        session.UpdatedAt = now;
        (session.Nudges, session.WasWarned, session.WasOffered) = (0, false, false);
        session.ExpiresAt = draft.Form.ExpiresAt(draft.Sheet, now);
        Look(engine, session, draft.Form);
    }

    /// <summary>Throws a draft away; one that took some effort can be had back for a while.</summary>
    internal static bool Remove(FormEngine engine, TurnContext turn, Session session)
    {
        if (engine.DraftIn(session) is not { Form.KeepsDrafts: true, IsBegun: true } draft)
        {
            turn.Db.Sessions.Remove(session);
            return false;
        }
        (session.Active, session.RemovedAt) = (false, turn.Now);
        Look(engine, session, draft.Form);
        return true;
    }

    internal static async Task<Turn> Cancel(FormEngine engine, TurnContext turn, Session session)
    {
        var said = Remove(engine, turn, session)
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
        return Turn.Reply(said).Then(await OfferWaiting(engine, turn));
    }

    /// <summary>One form is done: another that she left for it is offered, once.</summary>
    internal static async Task<Turn> OfferWaiting(FormEngine engine, TurnContext turn)
    {
        var drafts = await engine.DraftsOf(turn);
        if (drafts.Any(draft => draft.Session.Active))
            return Turn.Nothing;
        var waiting = drafts.FirstOrDefault(draft =>
            draft is { IsBegun: true, Form.KeepsDrafts: true, Session.WasOffered: false }
        );
        return waiting is null ? Turn.Nothing : Offer(turn, waiting, "drafts.waiting");
    }

    internal static Turn Offer(TurnContext turn, Draft draft, string key)
    {
        draft.Session.WasOffered = true;
        return Turn.Reply(
            turn.Say(draft.Say(turn.Texts, key)) with
            {
                Choices =
                [
                    [turn.Button("drafts.goOn", $"{DraftActions.Resume}:{draft.Session.Id}")],
                ],
            }
        );
    }

    private static void Look(FormEngine engine, Session session, Form form) =>
        session.LookAt = DraftDates.Next(session, form.KeepsDrafts, engine.Options).At;
}
