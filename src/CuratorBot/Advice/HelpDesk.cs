using CuratorBot.Audit;
using CuratorBot.Conversations;
using CuratorBot.Messaging;
using CuratorBot.People;
using CuratorBot.Schools;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Advice;

/// <summary>Brings a request to those who help the school, and what they write back to the school.</summary>
public sealed class HelpDesk
{
    public async Task<Turn> Ask(TurnContext turn, School school, string text)
    {
        var request = new HelpRequest
        {
            Id = turn.Ids.Next(),
            SchoolId = school.Id,
            MunicipalityId = school.MunicipalityId,
            Region = school.Region,
            AskedBy = turn.Who.PersonId,
            AskedAt = turn.Now,
            Text = text,
        };
        turn.Db.Add(request);
        await AuditTrail.Note(turn, "help.asked", SubjectOf(request));
        var helpers = await SchoolHelpers.Of(turn.Db, school, turn.Who.PersonId);
        var names = await NamesOf(turn, helpers);
        var reply = Turn.Reply(
            names.Count == 0
                ? turn.Say("ask.nobodyYet")
                : turn.Say("ask.done", ("names", string.Join(", ", names)))
        );
        foreach (var helper in helpers)
            reply.Tell(helper, Card(turn, request, school, helper));
        return reply;
    }

    /// <summary>The caller has seen that the request is hers to write to.</summary>
    public async Task<Turn> Write(TurnContext turn, HelpRequest request, string text)
    {
        turn.Db.Add(
            new HelpMessage
            {
                Id = turn.Ids.Next(),
                RequestId = request.Id,
                AuthorId = turn.Who.PersonId,
                WrittenAt = turn.Now,
                Text = text,
            }
        );
        return HelpRights.IsHers(turn, request)
            ? await AskFurther(turn, request, text)
            : await Answer(turn, request, text);
    }

    public async Task<Turn> Solve(TurnContext turn, HelpRequest request)
    {
        request.SolvedAt = turn.Now;
        await AuditTrail.Note(turn, "help.solved", SubjectOf(request));
        var reply = Turn.Reply(turn.Say("advice.solved"));
        if (request.AnsweredBy is { } helper)
            reply.Tell(
                helper,
                turn.Say("advice.toldSolved", ("name", turn.Who.Name), ("text", request.Text)) with
                {
                    Choices =
                    [
                        [ReportButton(turn, request)],
                    ],
                }
            );
        return reply.Then(await CloseCards(turn, request, turn.Text("advice.isSolved")));
    }

    private static async Task<Turn> Answer(TurnContext turn, HelpRequest request, string text)
    {
        (request.AnsweredBy, request.AnsweredAt) = (turn.Who.PersonId, request.AnsweredAt ?? turn.Now);
        await AuditTrail.Note(turn, "help.answered", SubjectOf(request));
        var asker = await turn.Db.People.FindAsync(request.AskedBy);
        var reply = Turn.Reply(
            turn.Say("advice.sent", ("name", asker?.Name)) with
            {
                Choices =
                [
                    [ReportButton(turn, request)],
                ],
            }
        );
        reply.Tell(
            request.AskedBy,
            turn.Say("advice.answer", ("text", text), ("name", turn.Who.Name), ("request", request.Text)) with
            {
                Choices =
                [
                    [turn.Button("advice.solve", $"{AdviceActions.Solve}:{request.Id}")],
                    [turn.Button("advice.more", $"{AdviceActions.Write}:{request.Id}")],
                ],
            }
        );
        return reply.Then(
            await CloseCards(turn, request, turn.Text("advice.isAnswered", ("name", turn.Who.Name)))
        );
    }

    /// <summary>To whoever answered; before any answer, to all who may.</summary>
    private static async Task<Turn> AskFurther(TurnContext turn, HelpRequest request, string text)
    {
        request.SolvedAt = null;
        var school = await turn.Db.Schools.SingleAsync(row => row.Id == request.SchoolId);
        var helpers = request.AnsweredBy is { } helper
            ? [helper]
            : await SchoolHelpers.Of(turn.Db, school, turn.Who.PersonId);
        var reply = Turn.Reply(turn.Say("advice.sentFurther"));
        foreach (var one in helpers)
        {
            var card = turn.Say(
                "advice.further",
                ("text", text),
                ("name", turn.Who.Name),
                ("request", request.Text)
            ) with
            {
                Choices =
                [
                    [AnswerButton(turn, request)],
                ],
            };
            Remember(turn, card, request, one);
            reply.Tell(one, card);
        }
        return reply;
    }

    private static OutgoingMessage Card(TurnContext turn, HelpRequest request, School school, long helper)
    {
        var card = turn.Say(
            "advice.card",
            ("name", turn.Who.Name),
            ("school", school.ShortName),
            ("text", request.Text)
        ) with
        {
            Choices =
            [
                [AnswerButton(turn, request)],
            ],
        };
        Remember(turn, card, request, helper);
        return card;
    }

    private static void Remember(TurnContext turn, OutgoingMessage card, HelpRequest request, long helper) =>
        turn.Db.Add(
            new HelpCard
            {
                OutboxId = card.Id,
                RequestId = request.Id,
                PersonId = helper,
            }
        );

    /// <summary>Says under the cards what became of it, and takes their buttons; that is their end.</summary>
    private static async Task<Turn> CloseCards(TurnContext turn, HelpRequest request, Texts.RichText said)
    {
        var cards = await turn
            .Db.HelpCards.Where(card => card.RequestId == request.Id)
            .Join(turn.Db.Outbox, card => card.OutboxId, row => row.Id, (card, row) => new { card, row })
            .OrderBy(pair => pair.row.Id)
            .ToListAsync();
        var edits = Turn.Nothing;
        foreach (var (card, row) in cards.Select(pair => (pair.card, pair.row)))
            edits.Tell(
                card.PersonId,
                new OutgoingMessage
                {
                    Id = turn.Ids.Next(),
                    Kind = OutgoingKind.Edit,
                    Target = card.OutboxId,
                    Text = Texts.RichText.Lines(Outbox.Read(row).Text, "", said),
                }
            );
        turn.Db.HelpCards.RemoveRange(cards.Select(pair => pair.card));
        return edits;
    }

    private static Choice AnswerButton(TurnContext turn, HelpRequest request) =>
        turn.Button("advice.write", $"{AdviceActions.Write}:{request.Id}");

    private static Choice ReportButton(TurnContext turn, HelpRequest request) =>
        turn.Button("advice.report", $"{AdviceActions.Report}:{request.Id}");

    private static async Task<List<string>> NamesOf(TurnContext turn, IReadOnlyList<long> people) =>
        await turn
            .Db.People.Where(person => people.Contains(person.Id) && person.Name != null)
            .OrderBy(person => person.Name)
            .Select(person => person.Name!)
            .ToListAsync();

    private static AuditSubject SubjectOf(HelpRequest request) =>
        new("help", request.Id)
        {
            PersonId = request.AskedBy,
            SchoolId = request.SchoolId,
            MunicipalityId = request.MunicipalityId,
            Region = request.Region,
        };
}
