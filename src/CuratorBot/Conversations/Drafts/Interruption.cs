using CuratorBot.Data;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Conversations;

/// <summary>
/// A command that comes between: after its answer, the form that it pushed up the chat is offered again.
/// Once, not after each message.
/// </summary>
public sealed class Interruption(FormEngine engine)
{
    private static readonly Func<CuratorBotDb, string, long, Task<bool>> Waits = EF.CompileAsyncQuery(
        (CuratorBotDb db, string channel, long account) =>
            db.ChannelAccounts.Any(row =>
                row.Channel == channel
                && row.AccountId == account
                && db.Sessions.Any(session =>
                    session.PersonId == row.PersonId
                    && session.Active
                    && !session.WasOffered
                    && session.Turn > 1
                )
            )
    );

    /// <summary>Whether a turn that only reads may have to note that it came between.</summary>
    public static Task<bool> MayBeDue(CuratorBotDb db, string channel, long account) =>
        Waits(db, channel, account);

    /// <summary>An answer about drafts has the buttons for them already.</summary>
    private static bool ShowsTheWayBack(Turn taken) =>
        taken
            .Deliveries.SelectMany(delivery => delivery.Message.Choices.SelectMany(row => row))
            .Any(choice => choice.Action.StartsWith(DraftActions.Prefix, StringComparison.Ordinal));

    public async Task<Turn> Around(TurnContext turn, Func<TurnContext, Task<Turn>> take)
    {
        var session = await FormEngine.ActiveSession(turn);
        var before = session?.Turn;
        var taken = await take(turn);
        return
            session is { Active: true, WasOffered: false }
            && session.Turn == before
            && turn.Db.Entry(session).State != EntityState.Deleted
            && taken.SaysSomething
            && !ShowsTheWayBack(taken)
            && engine.DraftIn(session) is { IsBegun: true } draft
            && draft.Form.IsFor(turn.Who)
            ? taken.Then(DraftShelf.Offer(turn, draft, "drafts.interrupted"))
            : taken;
    }
}
