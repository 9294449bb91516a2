using CuratorBot.Conversations.Turns;
using CuratorBot.Data;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Conversations.Drafts;

/// <summary>
/// A command that comes between: after its answer, the form that it pushed up the chat is offered again.
/// Once, not after each message.
/// </summary>
public sealed class Interruption(DraftShelf shelf)
{
    private static readonly Func<CuratorBotDb, long, Task<bool>> Waits = EF.CompileAsyncQuery(
        (CuratorBotDb db, long person) =>
            db.Sessions.Any(session =>
                session.PersonId == person && session.Active && !session.WasOffered && session.Turn > 1
            )
    );

    /// <summary>
    /// The people of whom it is known that no form waits: most of those who ask something. Only a turn of hers
    /// that writes can change that.
    /// </summary>
    private readonly Remembered<long, bool> _nothingWaits = new(most: 10_000);

    /// <summary>Whether a turn that only reads may have to note that it came between.</summary>
    public async Task<bool> MayBeDue(TurnContext turn)
    {
        if (turn.Known is not { PersonId: var person } || _nothingWaits.TryGet(person, out _))
            return false;
        if (await Waits(turn.Db, person))
            return true;
        _nothingWaits.Keep(person, true);
        return false;
    }

    /// <summary>A turn of hers has been written.</summary>
    public void NoteWritten(long personId) => _nothingWaits.Forget(personId);

    /// <summary>An answer about drafts has the buttons for them already.</summary>
    private static bool ShowsTheWayBack(Reply taken) =>
        taken
            .Deliveries.SelectMany(delivery => delivery.Message.Choices.SelectMany(row => row))
            .Any(choice => choice.Action.StartsWith(DraftActions.Prefix, StringComparison.Ordinal));

    public async Task<Reply> Around(TurnContext turn, Func<TurnContext, Task<Reply>> take)
    {
        var session = await DraftShelf.ActiveSession(turn);
        var before = session?.Turn;
        var taken = await take(turn);
        return
            session is { Active: true, WasOffered: false }
            && session.Turn == before
            && turn.Db.Entry(session).State != EntityState.Deleted
            && taken.SaysSomething
            && !ShowsTheWayBack(taken)
            && shelf.In(session) is { IsBegun: true } draft
            && draft.Form.IsFor(turn.Who)
            ? taken.Then(DraftShelf.Offer(turn, draft, "drafts.interrupted"))
            : taken;
    }
}
