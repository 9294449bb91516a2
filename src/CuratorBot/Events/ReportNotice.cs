using CuratorBot.Conversations;
using CuratorBot.People;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Events;

/// <summary>Tells the coordinators of the municipality that a report came in.</summary>
internal static class ReportNotice
{
    public static async Task<Turn> Tell(TurnContext turn, Turn reply, EventReport report, AnswerSheet sheet)
    {
        var coordinators = await turn
            .Db.RoleAssignments.AsNoTracking()
            .Where(role =>
                role.Role == Role.MunicipalCoordinator
                && role.RevokedAt == null
                && role.MunicipalityId != null
                && role.MunicipalityId == report.MunicipalityId
                && role.PersonId != turn.Who.PersonId
            )
            .Select(role => role.PersonId)
            .Distinct()
            .OrderBy(person => person)
            .ToListAsync();
        foreach (var coordinator in coordinators)
            reply.Tell(
                coordinator,
                turn.Say(
                    "report.notice",
                    ("recap", ReportRecap.Of(turn, sheet)),
                    ("author", turn.Who.Name),
                    ("role", report.ReporterRole)
                ) with
                {
                    Choices =
                    [
                        [turn.Button("report.open", EventsAction.Card(report.Id))],
                    ],
                }
            );
        return reply;
    }
}
