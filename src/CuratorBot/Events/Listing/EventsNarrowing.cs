using CuratorBot.Conversations.Turns;
using CuratorBot.Events.Review;
using CuratorBot.Messaging;
using CuratorBot.Schools;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Events.Listing;

/// <summary>
/// By what a list can be narrowed: school, kind, days, author. Only what would leave something is offered.
/// </summary>
internal static class EventsNarrowing
{
    public const string BySchool = "school";
    public const string ByType = "type";
    public const string ByDays = "days";
    public const string ByAuthor = "author";

    private const int PageSize = 8;

    /// <param name="Label">Of the button.</param>
    /// <param name="Filter">The list behind it.</param>
    private sealed record Narrower(string Label, EventsFilter Filter);

    public static async Task<OutgoingMessage> Menu(TurnContext turn, EventsFilter filter)
    {
        var waiting = await turn.Db.EventReports.WaitingFor(turn.Who).CountAsync();
        IReadOnlyList<Choice> more =
        [
            .. waiting > 0 && !turn.Who.MayAdmit.IsEmpty
                ? new[] { turn.Button("events.waiting", EventsAction.Page(EventsFilter.Waiting, 0)) }
                : [],
            .. turn.Who.MayWork.IsEmpty
                ? []
                : new[] { turn.Button("report.mine", EventsAction.Page(EventsFilter.Mine, 0)) },
        ];
        return turn.Say("events.narrow") with
        {
            Choices =
            [
                [By(turn, BySchool, filter), By(turn, ByType, filter)],
                [By(turn, ByDays, filter), By(turn, ByAuthor, filter)],
                .. more.Count > 0 ? new[] { more } : [],
                .. EventsList.Coverage(turn),
                [turn.Button("events.back", EventsAction.Page(filter, 0))],
            ],
        };
    }

    /// <param name="what">One of the constants; another is taken for a school.</param>
    public static async Task<OutgoingMessage> Show(
        TurnContext turn,
        EventTypes types,
        string what,
        EventsFilter filter,
        int wanted
    )
    {
        var all = what switch
        {
            ByType => await Types(turn, types, filter),
            ByDays => Days(turn, filter),
            ByAuthor => await Authors(turn, filter),
            _ => await Schools(turn, filter),
        };
        var page = Page.Nearest(wanted, PageSize, all.Count);
        return turn.Say(all.Count > 0 ? $"events.which.{Known(what)}" : "events.nothingToNarrow") with
        {
            Choices =
            [
                .. page.Of(all)
                    .Select(
                        IReadOnlyList<Choice> (one) =>
                            [new Choice(one.Label, EventsAction.Page(one.Filter, 0))]
                    ),
                .. page.Turning(turn, number => EventsAction.By(what, number, filter)),
                [turn.Button("events.back", EventsAction.Page(filter, 0))],
            ],
        };
    }

    private static string Known(string what) => what is ByType or ByDays or ByAuthor ? what : BySchool;

    private static Choice By(TurnContext turn, string what, EventsFilter filter) =>
        turn.Button($"events.by.{what}", EventsAction.By(what, 0, filter));

    private static IQueryable<EventReport> Visible(TurnContext turn, EventsFilter filter) =>
        filter.Apply(turn);

    private static async Task<List<Narrower>> Schools(TurnContext turn, EventsFilter filter)
    {
        filter = filter with { SchoolId = null };
        var reported = Visible(turn, filter)
            .SelectMany(report => report.Schools)
            .Select(school => school.SchoolId);
        var schools = await turn
            .Who.MaySee.Within(turn.Db.Schools)
            .AsNoTracking()
            .Where(school => reported.Contains(school.Id))
            .ToListAsync();
        return
        [
            .. schools
                .OrderBy(school => school.ShortName, School.ByShortName)
                .Select(school => new Narrower(school.ShortName, filter with { SchoolId = school.Id })),
        ];
    }

    private static async Task<List<Narrower>> Types(TurnContext turn, EventTypes types, EventsFilter filter)
    {
        filter = filter with { TypeId = null };
        var told = await Visible(turn, filter).Select(report => report.TypeId).Distinct().ToListAsync();
        return
        [
            .. (await types.For(turn.Db, turn.Revision))
                .Where(type => told.Contains(type.Id))
                .Select(type => new Narrower(type.Name, filter with { TypeId = type.Id })),
        ];
    }

    private static async Task<List<Narrower>> Authors(TurnContext turn, EventsFilter filter)
    {
        filter = filter with { AuthorId = null };
        var authors = Visible(turn, filter).Select(report => report.AuthorId).Distinct();
        var people = await turn
            .Db.People.Where(person => person.Name != null && authors.Contains(person.Id))
            .OrderBy(person => person.Name)
            .Select(person => new { person.Id, person.Name })
            .ToListAsync();
        return [.. people.Select(person => new Narrower(person.Name!, filter with { AuthorId = person.Id }))];
    }

    private static List<Narrower> Days(TurnContext turn, EventsFilter filter)
    {
        var month = new DateOnly(turn.Today.Year, turn.Today.Month, 1);
        var year = new DateOnly(
            turn.Today.Year - (turn.Today.Month < SchoolYearBegins ? 1 : 0),
            SchoolYearBegins,
            1
        );
        Narrower Over(string name, DateOnly since, DateOnly until) =>
            new(turn.Texts.Plain($"events.days.{name}"), filter with { Since = since, Until = until });
        return
        [
            Over("thisMonth", month, month.AddMonths(1).AddDays(-1)),
            Over("lastMonth", month.AddMonths(-1), month.AddDays(-1)),
            Over("thisYear", year, year.AddYears(1).AddDays(-1)),
            Over("lastYear", year.AddYears(-1), year.AddDays(-1)),
        ];
    }

    private const int SchoolYearBegins = 9;
}
