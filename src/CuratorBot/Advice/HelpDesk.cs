using CuratorBot.Audit;
using CuratorBot.Conversations.Turns;
using CuratorBot.Messaging;
using CuratorBot.People.InCharge;
using CuratorBot.Schools;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Advice;

/// <summary>Brings a request to those who help the school, and what they write back to the school.</summary>
public sealed class HelpDesk(HelpTerms terms)
{
    public async Task<Reply> Ask(TurnContext turn, School school, string text)
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
        request.RemindAt = await terms.Next(turn.Db, request, turn.Now);
        turn.Db.Add(request);
        await AuditTrail.Note(turn, "help.asked", SubjectOf(request));
        var helpers = await PeopleInCharge.HelpersOf(turn.Db, school, turn.Who.PersonId);
        var names = await NamesOf(turn, helpers);
        var reply = Reply.With(
            names.Count == 0
                ? turn.Say("ask.nobodyYet")
                : turn.Say("ask.done", ("names", string.Join(", ", names)))
        );
        foreach (var helper in helpers)
            reply.Tell(
                helper,
                HelpCards.About(
                    turn,
                    request,
                    helper,
                    turn.Text(
                        "advice.card",
                        ("name", turn.Who.Name),
                        ("school", school.ShortName),
                        ("text", request.Text)
                    )
                )
            );
        return reply;
    }

    /// <summary>The caller has seen that the request is hers to write to.</summary>
    public async Task<Reply> Write(TurnContext turn, HelpRequest request, string text)
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

    public async Task<Reply> Solve(TurnContext turn, HelpRequest request)
    {
        (request.SolvedAt, request.RemindAt) = (turn.Now, null);
        await AuditTrail.Note(turn, "help.solved", SubjectOf(request));
        var reply = Reply.With(turn.Say("advice.solved"));
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
        return reply.Then(await HelpCards.Close(turn, request, turn.Text("advice.isSolved")));
    }

    private static async Task<Reply> Answer(TurnContext turn, HelpRequest request, string text)
    {
        var isFirst = request.AnsweredAt is null;
        if (isFirst)
        {
            (request.AnsweredAt, request.RemindAt) = (turn.Now, null);
            request.AnsweredInMinutes = (int)(turn.Now - request.AskedAt).TotalMinutes;
        }
        request.AnsweredBy = turn.Who.PersonId;
        await AuditTrail.Note(turn, "help.answered", SubjectOf(request));
        var asker = await turn.Db.People.FindAsync(request.AskedBy);
        var reply = Reply.With(
            turn.Say("advice.sent", ("name", asker?.Name)) with
            {
                Choices =
                [
                    [ReportButton(turn, request)],
                ],
            }
        );
        var by = isFirst
            ? HelpWords.FirstBy(turn.Texts, turn.Who.Name, request.AnsweredInMinutes!.Value)
            : turn.Who.Name;
        reply.Tell(
            request.AskedBy,
            turn.Say("advice.answer", ("text", text), ("name", by), ("request", request.Text)) with
            {
                Choices =
                [
                    [turn.Button("advice.solve", $"{AdviceActions.Solve}:{request.Id}")],
                    [turn.Button("advice.more", $"{AdviceActions.Write}:{request.Id}")],
                ],
            }
        );
        return reply.Then(await HelpCards.Close(turn, request, turn.Text("advice.isAnswered", ("name", by))));
    }

    /// <summary>To whoever answered; before any answer, to all who may.</summary>
    private async Task<Reply> AskFurther(TurnContext turn, HelpRequest request, string text)
    {
        if (request is { AnsweredAt: null, SolvedAt: not null })
        {
            request.Reminders = 0;
            request.RemindAt = await terms.Next(turn.Db, request, turn.Now);
        }
        request.SolvedAt = null;
        var school = await turn.Db.Schools.SingleAsync(row => row.Id == request.SchoolId);
        var helpers = request.AnsweredBy is { } helper
            ? [helper]
            : await PeopleInCharge.HelpersOf(turn.Db, school, turn.Who.PersonId);
        var reply = Reply.With(turn.Say("advice.sentFurther"));
        foreach (var one in helpers)
            reply.Tell(
                one,
                HelpCards.About(
                    turn,
                    request,
                    one,
                    turn.Text(
                        "advice.further",
                        ("text", text),
                        ("name", turn.Who.Name),
                        ("request", request.Text)
                    )
                )
            );
        return reply;
    }

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
