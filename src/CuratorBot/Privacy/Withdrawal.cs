using CuratorBot.Audit;
using CuratorBot.Conversations.Turns;
using CuratorBot.Data;
using CuratorBot.Members.Consenting;
using CuratorBot.Members.Team;
using CuratorBot.People;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Privacy;

/// <summary>
/// She takes her consent back: from then on nothing of her is used, her roles end, and after a while, in
/// which she may change her mind, she is forgotten.
/// </summary>
public sealed class Withdrawal(Departure departure, RetentionOptions retention)
{
    public int Days => (int)retention.AfterWithdrawal.TotalDays;

    public async Task<Reply> Withdraw(TurnContext turn)
    {
        var person = (await turn.Db.People.FindAsync(turn.Who.PersonId))!;
        if (await Consent.NewestOf(turn.Db, person.Id) is not { WithdrawnAt: null } consent)
            return Reply.OnlyToast(turn.Texts.Plain("forms.stale"));
        (consent.WithdrawnAt, person.ForgetAt) = (turn.Now, turn.Now + retention.AfterWithdrawal);
        turn.Db.Sessions.RemoveRange(
            await turn.Db.Sessions.Where(row => row.PersonId == person.Id).ToListAsync()
        );
        await AuditTrail.Note(
            turn,
            "consent.withdrawn",
            AuditSubject.Person(person.Id),
            $"{consent.Version}"
        );
        var until = LocalDays.Today(person.ForgetAt.Value, turn.Who.TimeZone);
        var said = turn.Say("mydata.withdraw.done", ("until", until)) with { RemovesContactButton = true };
        return Reply
            .With(said)
            .Then(await departure.EndRoles(turn, turn.Who))
            .Then(await Departure.CloseRequests(turn, person.Id));
    }
}
