using System.Globalization;
using CuratorBot.Conversations.Turns;
using CuratorBot.People;

namespace CuratorBot.Advice;

/// <summary>
/// Whose a request is: of the one who asked, while she works with the school, and of everybody who helps the
/// school now, whoever did so when it was asked.
/// </summary>
internal static class HelpRights
{
    /// <returns>The request, if she may write to it now.</returns>
    public static async Task<HelpRequest?> Find(TurnContext turn, string? id) =>
        long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && await turn.Db.HelpRequests.FindAsync(number) is { } request
        && Includes(IsHers(turn, request) ? turn.Who.MayWork : turn.Who.MayHelp, request)
            ? request
            : null;

    public static bool IsHers(TurnContext turn, HelpRequest request) => request.AskedBy == turn.Who.PersonId;

    private static bool Includes(Scope scope, HelpRequest request) =>
        scope.Includes(request.SchoolId, request.MunicipalityId, request.Region);

    public static IQueryable<HelpRequest> Within(this IQueryable<HelpRequest> requests, Scope scope) =>
        scope.Within(requests);

    public static IQueryable<HelpRequest> Waiting(this IQueryable<HelpRequest> requests) =>
        requests.Where(row => row.AnsweredAt == null && row.SolvedAt == null);
}
