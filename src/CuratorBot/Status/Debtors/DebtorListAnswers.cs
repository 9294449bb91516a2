using CuratorBot.Conversations.Turns;
using CuratorBot.Data;
using CuratorBot.Messaging;
using CuratorBot.People;
using CuratorBot.Schedule;
using CuratorBot.Texts;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Status.Debtors;

/// <summary>Whoever is late of all that a coordinator looks after: a line per municipality.</summary>
internal sealed class DebtorListAnswers(AnswerCache cache)
{
    private const int PageSize = 30;

    private sealed record Line(string Name, string Action, int Count, int Days);

    private sealed record Facts(IReadOnlyList<Line> Lines, int Overdue, Page Page, DateOnly Today);

    public async Task<KeptAnswer> Find(TurnContext turn, Scope scope, int wanted)
    {
        var mayRemind = turn.Who.MayWork.IsWide;
        var key = $"debtors:{scope.Key}:{wanted}:{mayRemind}";
        if (cache.Find(turn, key) is { } kept)
            return kept;
        var day = LocalDay.Of(turn.Now, turn.Who.TimeZone);
        foreach (
            var zone in await scope
                .Within(turn.Db.Municipalities)
                .Select(row => row.TimeZone)
                .Distinct()
                .ToListAsync()
        )
            day = day.Within(LocalDay.Of(turn.Now, zone));
        var rows = await OverdueRow.Read(turn.Db, scope, turn.Now);
        var lines = await LinesOf(turn.Db, rows, turn.Now);
        var page = Page.Nearest(wanted, PageSize, lines.Count);
        var facts = new Facts([.. page.Of(lines)], rows.Sum(row => row.Count), page, day.Date);
        var words = new StatusWords(turn.Texts);
        var answer = new KeptAnswer(
            Write(words, facts),
            [
                .. Choices(words, facts),
                .. Buttons.BesideDebtors(turn, "", mayRemind && facts.Lines.Count > 0),
            ],
            who => who.MaySee.Key == scope.Key && who.MayWork.IsWide == mayRemind,
            day
        );
        return cache.Keep(turn, key, answer);
    }

    private static async Task<List<Line>> LinesOf(CuratorBotDb db, List<OverdueRow> rows, DateTimeOffset now)
    {
        var owners = rows.ToLookup(row => (row.MunicipalityId, row.OwnerKind, row.OwnerId));
        var municipalityIds = owners.Select(owner => owner.Key.MunicipalityId).OfType<string>().ToList();
        var schoolIds = owners.Select(owner => owner.Key.OwnerId).OfType<string>().ToList();
        var municipalities = await db
            .Municipalities.Where(row => municipalityIds.Contains(row.Id))
            .ToDictionaryAsync(row => row.Id, row => row.Name);
        var schools = await db
            .Schools.Where(row => schoolIds.Contains(row.Id))
            .ToDictionaryAsync(row => row.Id, row => row.ShortName);
        return
        [
            .. owners
                .Select(owner =>
                {
                    var (name, action) = owner.Key switch
                    {
                        ({ } id, _, _) => (municipalities[id], $"{Buttons.Debtors}:{id}:0"),
                        (_, OwnerKind.School, { } id) => (schools[id], $"{Buttons.School}:{id}"),
                        var (_, _, id) => (id ?? "", ""),
                    };
                    return new Line(
                        name,
                        action,
                        owner.Sum(row => row.Count),
                        owner.Max(row => LocalDays.Today(now, row.TimeZone).DayNumber - row.DueOn.DayNumber)
                    );
                })
                .OrderByDescending(line => line.Count)
                .ThenByDescending(line => line.Days)
                .ThenBy(line => line.Name, RussianOrder.Names),
        ];
    }

    private static RichText Write(StatusWords words, Facts facts)
    {
        var text = new RichTextBuilder().Add(words.Get("debtors.listHead", ("date", facts.Today)));
        if (facts.Lines.Count == 0)
            return text.EmptyLine().Line(words.Get("debtors.none")).Build();
        text.Line(words.Get("lead.overdue", ("n", facts.Overdue))).EmptyLine();
        foreach (var line in facts.Lines)
            text.Line(words.Get("debtors.line", ("name", line.Name), ("n", line.Count), ("days", line.Days)));
        if (facts.Page.Last > 0)
            text.EmptyLine()
                .Line(words.Get("pages.which", ("n", facts.Page.Number + 1), ("of", facts.Page.Last + 1)));
        return text.Build();
    }

    private static List<IReadOnlyList<Choice>> Choices(StatusWords words, Facts facts) =>
        [
            .. Buttons.InPairs(
                facts
                    .Lines.Where(line => line.Action.Length > 0)
                    .Select(line => new Choice(line.Name, line.Action))
            ),
            .. Buttons.Pages(words, $"{Buttons.DebtorList}:", facts.Page),
        ];
}
