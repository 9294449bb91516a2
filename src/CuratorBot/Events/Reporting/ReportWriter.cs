using CuratorBot.Conversations.Forms;
using CuratorBot.Conversations.Turns;
using CuratorBot.People;

namespace CuratorBot.Events.Reporting;

/// <summary>Makes the report out of the answers; one whose question does not apply any more is left out.</summary>
internal sealed class ReportWriter(TurnContext turn, ReportForm form, AnswerSheet sheet)
{
    public EventReport Write(ReportPlace place)
    {
        var report = new EventReport
        {
            Id = turn.Ids.Next(),
            TypeId = "",
            AuthorId = turn.Who.PersonId,
            ReporterRole = turn.Texts.Plain($"events.roles.{RoleOver(turn.Who, place)}"),
            SummaryId = turn.Pressed?.Message.Id,
            From = default,
            To = default,
            Precision = EventReport.ToTheDay,
            ReportedAt = turn.Now,
        };
        Rewrite(report, place);
        return report;
    }

    /// <summary>The same report, as it is told now.</summary>
    public void Rewrite(EventReport report, ReportPlace place)
    {
        (report.MunicipalityId, report.Region) = (place.MunicipalityId, place.Region);
        var ids = place.Schools.Select(school => school.Id).ToList();
        report.Schools.RemoveAll(row => !ids.Contains(row.SchoolId));
        report.Schools.AddRange(
            ids.Where(id => report.Schools.All(row => row.SchoolId != id))
                .Select(id => new EventReportSchool { ReportId = report.Id, SchoolId = id })
        );
        foreach (var field in form.Fields.All)
            field.Take(turn, report, Answer(field.Key));
    }

    private Answer? Answer(string key) =>
        form.Find(key)?.When(sheet) == true ? sheet.Answers.GetValueOrDefault(key) : null;

    /// <summary>The role in which she reports: the nearest to the place that she has.</summary>
    internal static Role RoleOver(Asker who, ReportPlace place) =>
        who
            .Roles.Where(held => held.Role != Role.Observer && IsOver(new Scope([held]), place))
            .OrderBy(held => held.SchoolId is null ? (int)held.Role : 0)
            .Select(held => held.Role)
            .First();

    private static bool IsOver(Scope scope, ReportPlace place) =>
        place.Schools.Count > 0
            ? place.Schools.Any(scope.Includes)
            : scope.IncludesPlace(place.MunicipalityId, place.Region);
}
