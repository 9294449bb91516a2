using System.Globalization;
using CuratorBot.Conversations.Places;
using CuratorBot.Conversations.Turns;
using CuratorBot.Events.Coverage;
using CuratorBot.Events.Reporting;
using CuratorBot.Messaging;
using CuratorBot.Texts;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Events.Listing;

/// <summary>A page of reports, the newest first, with a button for each.</summary>
internal static class EventsList
{
    private const int PageSize = 5;

    /// <summary>Reports and the events they stand for are counted apart, and people apart from both.</summary>
    private sealed record Totals(int Reports, int Events, int Counted, Heads People);

    public static async Task<OutgoingMessage> Show(
        TurnContext turn,
        EventTypes types,
        EventsFilter filter,
        int page
    )
    {
        var visible = filter.Apply(turn);
        var totals = await Count(visible);
        if (totals.Reports == 0)
            return turn.Say(NoneOf(turn, filter)) with
            {
                Choices = [.. Coverage(turn), Filters(turn, filter, canNarrow: false)],
            };
        var reports = await PageOf(visible, page);
        var names = await ReportNames.For(turn, types, reports);
        var lines = reports.Select(
            (report, place) => Line(turn, names, report, (page * PageSize) + place + 1)
        );
        return turn.Say(
            RichText.Lines([await Head(turn, types, filter), Summary(turn, totals), "", .. lines])
        ) with
        {
            Choices = Buttons(turn, filter, page, reports, totals.Reports),
        };
    }

    private static string NoneOf(TurnContext turn, EventsFilter filter) =>
        turn.Who.MayWork.IsEmpty ? "events.noneToRead"
        : filter == EventsFilter.All ? "events.none"
        : "events.noneSuch";

    private static async Task<Totals> Count(IQueryable<EventReport> reports) =>
        new(
            await reports.CountAsync(),
            await reports.SumAsync(report => report.EventsCount),
            await reports.CountAsync(report => report.Participants != null),
            await PeopleOf(reports)
        );

    private static async Task<Heads> PeopleOf(IQueryable<EventReport> reports)
    {
        var counts = await reports
            .GroupBy(report => new { report.TypeId, report.Audience })
            .Select(alike => new
            {
                alike.Key.TypeId,
                alike.Key.Audience,
                People = alike.Sum(report => report.Participants ?? 0),
            })
            .ToListAsync();
        return counts
            .Select(row => Heads.Of(row.TypeId, row.Audience, row.People))
            .Aggregate(default(Heads), (sum, heads) => sum + heads);
    }

    private static Task<List<EventReport>> PageOf(IQueryable<EventReport> reports, int page) =>
        reports
            .AsNoTracking()
            .Include(report => report.Schools)
            .OrderByDescending(report => report.From)
            .ThenByDescending(report => report.AuthorId != null)
            .ThenByDescending(report => report.Id)
            .Skip(page * PageSize)
            .Take(PageSize)
            .ToListAsync();

    /// <summary>«Отчёты: СОШ №3, консультация, с 1 по 31 января».</summary>
    private static async Task<RichText> Head(TurnContext turn, EventTypes types, EventsFilter filter)
    {
        if (filter == EventsFilter.Mine)
            return turn.Text("events.headMine");
        if (filter == EventsFilter.Waiting)
            return turn.Text("events.headWaiting");
        var names = new List<RichText>();
        if (filter.OnlyMine)
            names.Add(turn.Text("events.of.mine"));
        if (filter.OnlyWaiting)
            names.Add(turn.Text("events.of.waiting"));
        if (await MySchoolQuestion.Find(turn, turn.Who.MaySee, filter.SchoolId) is { } school)
            names.Add(school.ShortName);
        if (
            await turn.Db.Municipalities.FindAsync(filter.MunicipalityId ?? "") is { } place
            && turn.Who.MaySee.Includes(place)
        )
            names.Add(place.Name);
        if (
            (await types.For(turn.Db, turn.Revision)).FirstOrDefault(type => type.Id == filter.TypeId) is
            { } type
        )
            names.Add(type.Name);
        if (await AuthorOf(turn, filter) is { } author)
            names.Add(author);
        if (filter is { Since: { } since, Until: { } until })
            names.Add(turn.Text("events.of.days", ("since", since), ("until", until)));
        return names.Count == 0
            ? turn.Text("events.head")
            : turn.Text("events.headOf", ("name", RichText.Join(", ", names)));
    }

    /// <summary>Only of reports that she may see: the name stands on their cards.</summary>
    private static Task<string?> AuthorOf(TurnContext turn, EventsFilter filter) =>
        filter.AuthorId is { } author
            ? turn
                .Db.ReportsVisibleTo(turn.Who, turn.Today)
                .Where(report => report.AuthorId == author)
                .Select(_ =>
                    turn.Db.People.Where(person => person.Id == author)
                        .Select(person => person.Name)
                        .FirstOrDefault()
                )
                .FirstOrDefaultAsync()
            : Task.FromResult<string?>(null);

    private static RichText Summary(TurnContext turn, Totals totals)
    {
        var counts = turn.Text("events.totals", ("reports", totals.Reports), ("events", totals.Events));
        return totals.Counted == 0
            ? counts
            : RichText.Lines([
                counts,
                .. totals
                    .People.Told()
                    .Select(one => turn.Text($"events.total{one.Who}", ("people", one.Count))),
            ]);
    }

    private static RichText Line(TurnContext turn, ReportNames names, EventReport report, int number)
    {
        var line = turn.Text(
            "events.line",
            ("number", number),
            ("when", ReportDates.Show(turn, report)),
            ("what", names.What(report)),
            ("where", names.Where(report))
        );
        return RichText.Join(
            ", ",
            [
                line,
                .. report.Participants is { } people
                    ? new[] { turn.Text("events.people", ("count", people)) }
                    : [],
                .. report.State == ReviewState.Accepted
                    ? []
                    : new[] { turn.Text($"events.states.{report.State}") },
            ]
        );
    }

    private static List<IReadOnlyList<Choice>> Buttons(
        TurnContext turn,
        EventsFilter filter,
        int page,
        List<EventReport> reports,
        int total
    )
    {
        var rows = new List<IReadOnlyList<Choice>>
        {
            reports
                .Select((report, place) => (report, number: (page * PageSize) + place + 1))
                .Select(one => new Choice(
                    one.number.ToString(CultureInfo.InvariantCulture),
                    EventsAction.Card(one.report.Id)
                ))
                .ToList(),
        };
        var turns = new List<Choice>();
        if (page > 0)
            turns.Add(turn.Button("events.newer", EventsAction.Page(filter, page - 1)));
        if (total > (page + 1) * PageSize)
            turns.Add(turn.Button("events.older", EventsAction.Page(filter, page + 1)));
        if (turns.Count > 0)
            rows.Add(turns);
        rows.Add(Filters(turn, filter, canNarrow: total > 1 || CoverageAction.IsFor(turn.Who)));
        return rows;
    }

    /// <summary>The way to «Кому ехать следующим», for whoever has more than one school.</summary>
    internal static IEnumerable<IReadOnlyList<Choice>> Coverage(TurnContext turn) =>
        CoverageAction.IsFor(turn.Who)
            ?
            [
                [turn.Button("coverage.button", CoverageAction.Of(CoverageAction.Next, 0))],
            ]
            : [];

    private static List<Choice> Filters(TurnContext turn, EventsFilter filter, bool canNarrow)
    {
        var row = new List<Choice>();
        if (filter != EventsFilter.All)
            row.Add(turn.Button("events.all", EventsAction.Page(EventsFilter.All, 0)));
        if (canNarrow)
            row.Add(turn.Button("events.narrowing", EventsAction.Narrow(filter)));
        if (!turn.Who.MayWork.IsEmpty)
            row.Add(turn.Button("events.report", $"{Reception.CommandActionName}:{ReportForm.FormName}:"));
        return row;
    }
}
