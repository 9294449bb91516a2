using System.Globalization;
using CuratorBot.Conversations;
using CuratorBot.Messaging;
using CuratorBot.Schools;
using CuratorBot.Texts;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Events;

/// <summary>A page of reports, the newest first, with a button for each.</summary>
internal static class EventsList
{
    private const int PageSize = 5;

    /// <summary>Reports and the events they stand for are counted apart, and people apart from both.</summary>
    private sealed record Totals(int Reports, int Events, int Counted, int People);

    public static async Task<OutgoingMessage> Show(
        TurnContext turn,
        EventTypes types,
        EventsFilter filter,
        int page
    )
    {
        var visible = filter.Apply(turn.Db.EventReports.VisibleTo(turn.Who, turn.Today), turn.Who);
        var totals = await Count(visible);
        if (totals.Reports == 0)
            return turn.Say(NoneOf(turn, filter)) with
            {
                Choices = [Filters(turn, filter, manySchools: false)],
            };
        var reports = await PageOf(visible, page);
        var names = await ReportNames.For(turn, types, reports);
        var lines = reports.Select(
            (report, place) => Line(turn, names, report, (page * PageSize) + place + 1)
        );
        return turn.Say(RichText.Lines([await Head(turn, filter), Summary(turn, totals), "", .. lines])) with
        {
            Choices = await Buttons(turn, filter, page, reports, totals.Reports),
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
            await reports.SumAsync(report => report.Participants ?? 0)
        );

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

    private static async Task<RichText> Head(TurnContext turn, EventsFilter filter) =>
        filter.OnlyMine ? turn.Text("events.headMine")
        : await MySchoolQuestion.Find(turn, turn.Who.MaySee, filter.SchoolId) is { } school
            ? turn.Text("events.headOf", ("name", school.ShortName))
        : await turn.Db.Municipalities.FindAsync(filter.MunicipalityId ?? "") is { } municipality
        && turn.Who.MaySee.Includes(municipality)
            ? turn.Text("events.headOf", ("name", municipality.Name))
        : turn.Text("events.head");

    private static RichText Summary(TurnContext turn, Totals totals)
    {
        var counts = turn.Text("events.totals", ("reports", totals.Reports), ("events", totals.Events));
        return totals.Counted == 0
            ? counts
            : RichText.Lines(counts, turn.Text("events.totalPeople", ("people", totals.People)));
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
        return report.Participants is { } people
            ? RichText.Join(", ", [line, turn.Text("events.people", ("count", people))])
            : line;
    }

    private static async Task<List<IReadOnlyList<Choice>>> Buttons(
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
        rows.Add(Filters(turn, filter, await EventsBySchool.HasSeveral(turn)));
        return rows;
    }

    private static List<Choice> Filters(TurnContext turn, EventsFilter filter, bool manySchools)
    {
        var row = new List<Choice>();
        if (filter != EventsFilter.All)
            row.Add(turn.Button("events.all", EventsAction.Page(EventsFilter.All, 0)));
        if (manySchools)
            row.Add(turn.Button("events.bySchool", EventsAction.Schools(0)));
        if (!turn.Who.MayWork.IsEmpty)
            row.Add(turn.Button("events.report", $"{Reception.CommandActionName}:{ReportForm.FormName}:"));
        return row;
    }
}
