using CuratorBot.Conversations.Turns;
using CuratorBot.Events.Listing;
using CuratorBot.Texts;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Events.Review;

/// <summary>Notices that an event has perhaps been reported before: the same kind, place and days.</summary>
internal static class Duplicates
{
    /// <summary>Days may have been remembered one off.</summary>
    private const int DaysApart = 1;

    private sealed record Alike(DateOnly From, long? AuthorId, string? Author);

    /// <summary>«Похоже на отчёт от 15 марта (Варвара Примерова)»; null when there is none that she may see.</summary>
    public static async Task<RichText?> Note(TurnContext turn, EventReport report)
    {
        var visible = turn.Db.ReportsVisibleTo(turn.Who, turn.Today);
        if (await Find(turn, visible, report) is not { } alike)
            return null;
        return alike.AuthorId == turn.Who.PersonId ? turn.Text("report.alikeMine", ("date", alike.From))
            : alike.Author is null ? turn.Text("report.alikeUnknown", ("date", alike.From))
            : turn.Text("report.alike", ("date", alike.From), ("author", alike.Author));
    }

    /// <summary>The same for those who decide about it, who see all reports of the place.</summary>
    public static async Task<RichText?> For(TurnContext turn, EventReport report) =>
        await Find(turn, turn.Db.EventReports, report) is not { } alike ? null
        : alike.Author is null ? turn.Text("review.alikeUnknown", ("date", alike.From))
        : turn.Text("review.alike", ("date", alike.From), ("author", alike.Author));

    private static Task<Alike?> Find(TurnContext turn, IQueryable<EventReport> reports, EventReport report)
    {
        var (earliest, latest) = (report.From.AddDays(-DaysApart), report.From.AddDays(DaysApart));
        var (firstEnd, lastEnd) = (report.To.AddDays(-DaysApart), report.To.AddDays(DaysApart));
        var schools = report.Schools.Select(school => school.SchoolId).ToList();
        var alike = reports.Where(other =>
            other.Id != report.Id
            && other.TypeId == report.TypeId
            && other.State != ReviewState.Returned
            && other.From >= earliest
            && other.From <= latest
            && other.To >= firstEnd
            && other.To <= lastEnd
        );
        alike =
            schools.Count > 0
                ? alike.Where(other => other.Schools.Any(school => schools.Contains(school.SchoolId)))
                : alike.Where(other =>
                    other.Schools.Count == 0
                    && other.MunicipalityId == report.MunicipalityId
                    && other.Region == report.Region
                );
        return alike
            .OrderBy(other => other.Id)
            .Select(other => new Alike(
                other.From,
                other.AuthorId,
                turn.Db.People.Where(person => person.Id == other.AuthorId)
                    .Select(person => person.Name)
                    .FirstOrDefault()
            ))
            .FirstOrDefaultAsync();
    }
}
