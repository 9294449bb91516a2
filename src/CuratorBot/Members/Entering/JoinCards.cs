using CuratorBot.Conversations.Turns;
using CuratorBot.Messaging;
using CuratorBot.People;
using CuratorBot.People.InCharge;
using CuratorBot.Texts;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Members.Entering;

/// <summary>Shows a request to the coordinators responsible, and to all of them what became of it.</summary>
internal static class JoinCards
{
    /// <summary>Sends cards to everybody responsible now; how many there are.</summary>
    public static async Task<int> Send(TurnContext turn, Reply reply, JoinRequest request)
    {
        var responsible = await WhoDecides.For(turn.Db, request);
        foreach (var coordinator in responsible)
            await SendTo(turn, reply, request, coordinator);
        return responsible.Count;
    }

    /// <summary>A coordinator who comes later gets what waits for her.</summary>
    public static async Task SendWaitingTo(TurnContext turn, Reply reply, long coordinator)
    {
        var waiting = await turn
            .Db.JoinRequests.Where(row => row.State == JoinRequestState.Waiting)
            .OrderBy(row => row.Id)
            .ToListAsync();
        foreach (var request in waiting)
        {
            var has = await turn.Db.JoinRequestCards.AnyAsync(card =>
                card.RequestId == request.Id && card.PersonId == coordinator
            );
            if (!has && (await WhoDecides.For(turn.Db, request)).Contains(coordinator))
                await SendTo(turn, reply, request, coordinator);
        }
    }

    /// <summary>
    /// Whoever decides no more loses the buttons of what still waits; those responsible now get it.
    /// </summary>
    public static async Task HandOver(TurnContext turn, Reply reply, long coordinator)
    {
        var waiting = await (
            from request in turn.Db.JoinRequests
            where request.State == JoinRequestState.Waiting
            join card in turn.Db.JoinRequestCards on request.Id equals card.RequestId
            where card.PersonId == coordinator
            orderby card.OutboxId
            select new { request, card }
        ).ToListAsync();
        foreach (var (request, card) in waiting.Select(each => (each.request, each.card)))
        {
            var responsible = await WhoDecides.For(turn.Db, request);
            if (responsible.Contains(coordinator))
                continue;
            turn.Db.JoinRequestCards.Remove(card);
            reply.Tell(coordinator, OutgoingMessage.WithoutButtons(turn.Ids.Next(), card.OutboxId));
            foreach (var other in responsible)
                if (
                    !await turn.Db.JoinRequestCards.AnyAsync(row =>
                        row.RequestId == request.Id && row.PersonId == other
                    )
                )
                    await SendTo(turn, reply, request, other);
        }
    }

    /// <summary>Says in every card what was decided and takes the buttons away.</summary>
    public static async Task Settle(TurnContext turn, Reply reply, JoinRequest request)
    {
        var text = RichText.Lines(await TextOf(turn, request), "", await DecisionOf(turn, request));
        var cards = await turn
            .Db.JoinRequestCards.AsNoTracking()
            .Where(card => card.RequestId == request.Id)
            .OrderBy(card => card.OutboxId)
            .ToListAsync();
        foreach (var card in cards)
            reply.Tell(
                card.PersonId,
                new OutgoingMessage
                {
                    Id = turn.Ids.Next(),
                    Kind = OutgoingKind.Edit,
                    Target = card.OutboxId,
                    Text = text,
                },
                card.PersonId == turn.Who.PersonId ? Lane.Reply : Lane.Broadcast
            );
    }

    /// <summary>«Принято: Марья Искусницына».</summary>
    public static async Task<RichText> DecisionOf(TurnContext turn, JoinRequest request)
    {
        var by = request.DecidedBy is { } decider ? await turn.Db.People.FindAsync(decider) : null;
        return turn.Text($"join.decisions.{request.State}", ("by", by?.Name));
    }

    private static async Task SendTo(TurnContext turn, Reply reply, JoinRequest request, long coordinator)
    {
        var card = turn.Say(await TextOf(turn, request)) with
        {
            Choices =
            [
                [
                    turn.Button("join.accept", $"{JoinActions.Accept}:{request.Id}"),
                    turn.Button("join.decline", $"{JoinActions.Decline}:{request.Id}"),
                ],
            ],
        };
        turn.Db.JoinRequestCards.Add(
            new JoinRequestCard
            {
                OutboxId = card.Id,
                RequestId = request.Id,
                PersonId = coordinator,
            }
        );
        reply.Tell(coordinator, card);
    }

    private static async Task<RichText> TextOf(TurnContext turn, JoinRequest request)
    {
        var person = await turn.Db.People.FindAsync(request.PersonId);
        var place = await turn.Db.Municipalities.FindAsync(request.MunicipalityId);
        var lines = new RichTextBuilder()
            .Line(turn.Text("join.card.head"))
            .Line(turn.Text("join.card.name", ("name", person?.Name)))
            .Line(turn.Text("join.card.role", ("role", RoleLines.NameOf(turn.Texts, request.Role))))
            .Line(turn.Text("join.card.municipality", ("name", place?.Name)));
        foreach (var id in request.AllSchoolIds)
            if (await turn.Db.Schools.FindAsync(id) is { } school)
                lines.Line(turn.Text("join.card.school", ("name", school.ShortName)));
        if (person?.Phone is { } phone)
        {
            lines.Line(turn.Text("join.card.phone", ("phone", phone)));
            if (await Recognition.IsOfAnother(turn.Db, phone, person.Id))
                lines.Line(turn.Text("join.card.phoneOfAnother"));
        }
        return lines.Build();
    }
}
