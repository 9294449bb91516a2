using CuratorBot.Audit;
using CuratorBot.Conversations.Turns;
using CuratorBot.Messaging;
using CuratorBot.People;
using CuratorBot.People.InCharge;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Members.Entering;

/// <summary>A person asks for a role; until a coordinator says yes she sees nothing.</summary>
public sealed class JoinRequests(Membership membership)
{
    public static OutgoingMessage StillWaiting(TurnContext turn, JoinRequest request) =>
        turn.Say("join.waiting") with
        {
            Choices =
            [
                [turn.Button("join.withdraw", $"{JoinActions.Withdraw}:{request.Id}")],
            ],
        };

    /// <summary>Stores the request, shows it to the coordinators and tells her honestly who must act.</summary>
    public static async Task<Reply> Send(TurnContext turn, JoinRequest request)
    {
        turn.Db.JoinRequests.Add(request);
        await Note(turn, "request.sent", request);
        var cards = new Reply();
        var coordinators = await JoinCards.Send(turn, cards, request);
        var said = coordinators > 0 ? "join.sent" : "join.nobodyDecides";
        return Reply.With(turn.Say(said) with { RemovesContactButton = true }).Then(cards);
    }

    /// <summary>Accepts or declines, once. Whoever comes later is told what was decided.</summary>
    public async Task<Reply> Decide(TurnContext turn, long id, JoinRequestState decision)
    {
        var request = await turn.Db.JoinRequests.FindAsync(id);
        if (request is null || !await WhoDecides.MayDecide(turn.Db, turn.Who, request))
            return Reply.OnlyToast(turn.Texts.Plain("join.notYours"));
        if (request.State != JoinRequestState.Waiting)
            return Reply.OnlyToast((await JoinCards.DecisionOf(turn, request)).Text);
        (request.State, request.DecidedAt, request.DecidedBy) = (decision, turn.Now, turn.Who.PersonId);
        var accepted = decision == JoinRequestState.Accepted;
        await Note(turn, accepted ? "request.accepted" : "request.declined", request);
        var reply = new Reply();
        await JoinCards.Settle(turn, reply, request);
        if (accepted)
            await Admit(turn, reply, request);
        else
            await Refuse(turn, reply, request);
        return reply;
    }

    /// <summary>She takes her request back, for another one or for good.</summary>
    public static async Task<Reply> Withdraw(TurnContext turn, long id)
    {
        var request = await turn.Db.JoinRequests.FindAsync(id);
        if (request?.PersonId != turn.Who.PersonId || request.State != JoinRequestState.Waiting)
            return Reply.OnlyToast(turn.Texts.Plain("forms.stale"));
        (request.State, request.DecidedAt) = (JoinRequestState.Withdrawn, turn.Now);
        await Note(turn, "request.withdrawn", request);
        var reply = Reply.With(turn.EditPressed(turn.Text("join.withdrawn")));
        await JoinCards.Settle(turn, reply, request);
        return reply;
    }

    private static Task Note(TurnContext turn, string what, JoinRequest request) =>
        AuditTrail.Note(
            turn,
            what,
            new AuditSubject("request", request.Id)
            {
                PersonId = request.PersonId,
                SchoolId = request.SchoolId,
                MunicipalityId = request.MunicipalityId,
            },
            after: $"{request.Role}"
        );

    private async Task Admit(TurnContext turn, Reply reply, JoinRequest request)
    {
        var granted = await Membership.Grant(turn, request.PersonId, RolesOf(request), turn.Who.PersonId);
        foreach (var message in await membership.Welcome(turn, request.PersonId, granted))
            reply.Tell(request.PersonId, message);
        if (request.Role == Role.MunicipalCoordinator)
            await JoinCards.SendWaitingTo(turn, reply, request.PersonId);
    }

    private static async Task Refuse(TurnContext turn, Reply reply, JoinRequest request)
    {
        var asked = await PeopleDirectory.Read(turn.Db, request.PersonId);
        var said = asked is { IsMember: true } ? "join.declinedFurther" : "join.declined";
        reply.Tell(request.PersonId, turn.Say(said, ("by", turn.Who.Name)));
    }

    private static IEnumerable<HeldRole> RolesOf(JoinRequest request) =>
        request.SchoolId is null
            ? [new HeldRole(request.Role, null, request.MunicipalityId, null)]
            : request.AllSchoolIds.Select(school => new HeldRole(request.Role, school, null, null));
}
