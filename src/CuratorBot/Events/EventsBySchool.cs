using CuratorBot.Conversations;
using CuratorBot.Messaging;
using CuratorBot.Schools;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Events;

/// <summary>The choice of a school whose reports are to be listed: those that have any.</summary>
internal static class EventsBySchool
{
    private const int PageSize = 8;

    public static async Task<bool> HasSeveral(TurnContext turn) => (await Reported(turn)).Count > 1;

    public static async Task<OutgoingMessage> Show(TurnContext turn, int page)
    {
        var schools = await Reported(turn);
        var rows = schools
            .Skip(page * PageSize)
            .Take(PageSize)
            .Select(
                IReadOnlyList<Choice> (school) =>
                    [
                        new Choice(
                            school.ShortName,
                            EventsAction.Page(new EventsFilter(SchoolId: school.Id), 0)
                        ),
                    ]
            )
            .ToList();
        var turns = new List<Choice>();
        if (page > 0)
            turns.Add(turn.Button("forms.earlierPage", EventsAction.Schools(page - 1)));
        if (schools.Count > (page + 1) * PageSize)
            turns.Add(turn.Button("forms.nextPage", EventsAction.Schools(page + 1)));
        if (turns.Count > 0)
            rows.Add(turns);
        rows.Add([turn.Button("events.all", EventsAction.Page(EventsFilter.All, 0))]);
        return turn.Say("events.whichSchool") with { Choices = rows };
    }

    private static async Task<List<School>> Reported(TurnContext turn)
    {
        var reported = turn
            .Db.EventReports.VisibleTo(turn.Who, turn.Today)
            .SelectMany(report => report.Schools)
            .Select(school => school.SchoolId);
        var schools = await turn
            .Who.MaySee.Within(turn.Db.Schools)
            .AsNoTracking()
            .Where(school => reported.Contains(school.Id))
            .ToListAsync();
        return [.. schools.OrderBy(school => school.ShortName, School.ByShortName)];
    }
}
