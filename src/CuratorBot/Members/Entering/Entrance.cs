using CuratorBot.Conversations.Drafts;
using CuratorBot.Conversations.Turns;
using CuratorBot.Members.Consenting;
using CuratorBot.Members.Inviting;
using CuratorBot.People;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Members.Entering;

/// <summary>
/// The way in: consent first, then either the roles of an invitation or a request that a coordinator
/// decides. Whoever left in the middle goes on where she was.
/// </summary>
public sealed class Entrance(Invitations invitations, Membership membership, Recognition recognition)
{
    /// <summary>Somebody without an invitation, or with none left to use.</summary>
    public async Task<Reply> ComeIn(TurnContext turn)
    {
        if (!turn.Who.Consented && !JustConsented(turn))
            return Reply.With(await Consent.Ask(turn));
        if (turn.Who.IsMember)
            return await GoOn(turn);
        var person = (await turn.Db.People.FindAsync(turn.Who.PersonId))!;
        if (person.Phone is { } phone && await recognition.Try(turn, phone) is { } recognised)
            return recognised;
        if (await DraftShelf.ActiveSession(turn) is { } open && IsWayIn(open.Form))
            return Reply.Resumes(open);
        if (await JoinRequest.WaitingOf(turn.Db, turn.Who.PersonId) is { } waiting)
            return Reply.With(JoinRequests.StillWaiting(turn, waiting));
        var mayBeExpected = person.Phone is null && await Recognition.IsExpecting(turn.Db);
        return Reply.Opens(mayBeExpected ? RecogniseForm.FormName : JoinForm.FormName);
    }

    private static bool IsWayIn(string form) =>
        form is JoinForm.FormName or InvitedForm.FormName or RecogniseForm.FormName;

    /// <summary>A member who has agreed to a newer text: back to what she was about.</summary>
    private async Task<Reply> GoOn(TurnContext turn) =>
        await DraftShelf.ActiveSession(turn) is { } draft
            ? Reply.With(turn.Say("consent.draftGoesOn")).Then(Reply.Resumes(draft))
            : Reply.With(turn.Say("consent.goOn"));

    /// <summary>Somebody with the token of a link or a typed code.</summary>
    public async Task<Reply> ComeIn(TurnContext turn, string code) =>
        await Answer(turn, await invitations.Find(turn.Db, turn.Who.PersonId, code, turn.Now));

    /// <summary>Somebody whose invitation was found before she consented.</summary>
    public async Task<Reply> GoOn(TurnContext turn, long invitation) =>
        await Answer(turn, await Invitations.FindAgain(turn.Db, invitation, turn.Now));

    private async Task<Reply> Answer(TurnContext turn, InvitationAnswer answer) =>
        answer switch
        {
            InvitationAnswer.Open open when open.Invitation.CreatedBy == turn.Who.PersonId => Reply.With(
                turn.Say("invited.yourOwn")
            ),
            InvitationAnswer.Open open => await Enter(turn, open.Invitation),
            InvitationAnswer.Paused { Told: true } => Reply.Nothing,
            InvitationAnswer.Unknown { IsGuessing: true } => await TellOfGuessing(turn),
            _ => Reply.With(turn.Say(WhyNot(answer))),
        };

    /// <summary>Key of the sentence that says why this invitation lets nobody in.</summary>
    public static string WhyNot(InvitationAnswer answer) =>
        answer switch
        {
            InvitationAnswer.Used => "invited.used",
            InvitationAnswer.Revoked => "invited.revoked",
            InvitationAnswer.Expired => "invited.expired",
            InvitationAnswer.Paused => "invited.paused",
            _ => "invited.unknown",
        };

    /// <summary>Typed codes wait for everybody now: those who can find out why are told.</summary>
    private static async Task<Reply> TellOfGuessing(TurnContext turn)
    {
        var coordinators = await turn
            .Db.RoleAssignments.Where(role => role.Role == Role.RegionalCoordinator && role.RevokedAt == null)
            .Select(role => role.PersonId)
            .Distinct()
            .OrderBy(id => id)
            .ToListAsync();
        var reply = Reply.With(turn.Say("invited.unknown"));
        foreach (var coordinator in coordinators)
            reply.Tell(coordinator, turn.Say("invite.guessing"));
        return reply;
    }

    private async Task<Reply> Enter(TurnContext turn, Invitation invitation)
    {
        if (!turn.Who.Consented && !JustConsented(turn))
            return Reply.With(await Consent.Ask(turn, invitation.Id));
        var lacks = InvitedForm.LackedBy(invitation);
        if (turn.Who.Name is null || lacks.Length > 0)
            return Reply.Opens(InvitedForm.FormName, InvitedForm.SheetFor(invitation, lacks));
        return await membership.Redeem(turn, invitation, invitation.SchoolId, invitation.MunicipalityId);
    }

    /// <summary>Who writes was read before the press on «Согласен» that this turn is.</summary>
    private static bool JustConsented(TurnContext turn) =>
        turn.Db.Consents.Local.Any(row =>
            row.PersonId == turn.Who.PersonId
            && row.WithdrawnAt is null
            && row.Version == Consent.VersionOf(turn.Texts)
        );
}
