using System.Globalization;
using CuratorBot.Conversations.Turns;
using CuratorBot.Data;
using CuratorBot.Messaging;
using CuratorBot.People;
using CuratorBot.Texts;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Advice;

/// <summary>One message that brings all requests to mind that wait for one person, each with its number.</summary>
internal static class HelpReminder
{
    private const int ButtonsInARow = 2;

    private sealed record Line(
        HelpRequest Request,
        string School,
        string? Zone,
        string? Asker,
        string? Helper,
        int Number
    );

    public static async Task<OutgoingMessage> Of(
        CuratorBotDb db,
        TextCatalogue texts,
        IdGenerator ids,
        long personId,
        IReadOnlyList<HelpRequest> requests
    )
    {
        var id = ids.Next();
        var numbers = requests.Index().ToDictionary(one => one.Item.Id, one => one.Index + 1);
        db.HelpCards.AddRange(
            requests.Select(request => new HelpCard
            {
                OutboxId = id,
                RequestId = request.Id,
                PersonId = personId,
                Number = numbers[request.Id],
            })
        );
        var lines = await Lines(db, numbers);
        return new OutgoingMessage
        {
            Id = id,
            Text = await Text(db, texts, personId, lines),
            Choices = Choices(texts, lines),
        };
    }

    /// <summary>The same message as its requests stand now; when none waits any more, it ends.</summary>
    public static async Task<OutgoingMessage> Anew(TurnContext turn, long outboxId, long personId)
    {
        var cards = await turn.Db.HelpCards.Where(card => card.OutboxId == outboxId).ToListAsync();
        var lines = await Lines(
            turn.Db,
            cards.ToDictionary(card => card.RequestId, card => card.Number!.Value)
        );
        if (!lines.Exists(line => line.Request.IsWaiting))
            turn.Db.RemoveRange(cards);
        return new OutgoingMessage
        {
            Id = turn.Ids.Next(),
            Kind = OutgoingKind.Edit,
            Target = outboxId,
            Text = await Text(turn.Db, turn.Texts, personId, lines),
            Choices = Choices(turn.Texts, lines),
        };
    }

    private static async Task<List<Line>> Lines(CuratorBotDb db, Dictionary<long, int> numbers)
    {
        var rows = await (
            from request in db.HelpRequests
            where EF.Parameter(numbers.Keys).Contains(request.Id)
            join school in db.Schools on request.SchoolId equals school.Id
            join place in db.Municipalities on request.MunicipalityId equals place.Id into places
            from place in places.DefaultIfEmpty()
            select new
            {
                Request = request,
                School = school.ShortName,
                Zone = place!.TimeZone,
            }
        ).ToListAsync();
        // By what the turn has just set, which the database does not know yet.
        var people = rows.SelectMany(row => new[] { row.Request.AskedBy, row.Request.AnsweredBy ?? 0 })
            .ToList();
        var names = await db
            .People.Where(person => EF.Parameter(people).Contains(person.Id))
            .ToDictionaryAsync(person => person.Id, person => person.Name);
        return
        [
            .. rows.Select(row => new Line(
                    row.Request,
                    row.School,
                    row.Zone,
                    names.GetValueOrDefault(row.Request.AskedBy),
                    names.GetValueOrDefault(row.Request.AnsweredBy ?? 0),
                    numbers[row.Request.Id]
                ))
                .OrderBy(line => line.Number),
        ];
    }

    private static async Task<RichText> Text(
        CuratorBotDb db,
        TextCatalogue texts,
        long personId,
        List<Line> lines
    )
    {
        var sentTo = await SentTo(db, lines, personId);
        var waiting = lines.Count(line => line.Request.IsWaiting);
        var text = new RichTextBuilder();
        text.Line(
            waiting > 0
                ? texts.Get("advice.reminder.head", ("count", waiting))
                : texts.Get("advice.reminder.over", ("count", lines.Count))
        );
        foreach (var line in lines)
            text.EmptyLine().Line(RichText.Lines(Told(texts, line, [.. sentTo[line.Request.Id]])));
        return text.Build();
    }

    /// <summary>The request, who else was asked, and what became of it.</summary>
    private static IEnumerable<RichText> Told(TextCatalogue texts, Line line, IReadOnlyList<string> sentTo)
    {
        yield return texts.Get(
            "advice.reminder.line",
            ("number", line.Number),
            ("school", line.School),
            ("name", line.Asker ?? texts.Plain("people.former")),
            ("date", LocalDays.Today(line.Request.AskedAt, line.Zone ?? Asker.DefaultTimeZone)),
            ("text", HelpWords.Short(line.Request))
        );
        if (sentTo.Count > 0)
            yield return texts.Get("advice.reminder.sentTo", ("names", string.Join(", ", sentTo)));
        if (line.Request.AnsweredAt is not null)
            yield return texts.Get(
                "advice.reminder.answered",
                ("after", HelpWords.After(line.Request.AnsweredInMinutes ?? 0)),
                ("name", line.Helper ?? texts.Plain("people.former"))
            );
        else if (line.Request.SolvedAt is not null)
            yield return texts.Get("advice.isSolved");
    }

    /// <summary>Who else was asked, by request.</summary>
    private static async Task<ILookup<long, string>> SentTo(CuratorBotDb db, List<Line> lines, long reader)
    {
        var requests = lines.ConvertAll(line => line.Request.Id);
        var rows = await db
            .HelpCards.Where(card =>
                EF.Parameter(requests).Contains(card.RequestId) && card.PersonId != reader
            )
            .Join(
                db.People.Where(person => person.Name != null),
                card => card.PersonId,
                person => person.Id,
                (card, person) => new { card.RequestId, Name = person.Name! }
            )
            .Distinct()
            .ToListAsync();
        return rows.OrderBy(row => row.Name, RussianOrder.Names)
            .ToLookup(row => row.RequestId, row => row.Name);
    }

    private static IReadOnlyList<IReadOnlyList<Choice>> Choices(TextCatalogue texts, List<Line> lines) =>
        [
            .. lines
                .Where(line => line.Request.IsWaiting)
                .Select(line => new Choice(
                    lines.Count == 1
                        ? texts.Plain("advice.write")
                        : texts.Plain("advice.list.waiting.button", ("number", line.Number)),
                    string.Create(CultureInfo.InvariantCulture, $"{AdviceActions.Write}:{line.Request.Id}")
                ))
                .Chunk(ButtonsInARow),
        ];
}
