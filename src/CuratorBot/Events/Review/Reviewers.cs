using CuratorBot.Data;
using CuratorBot.People;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Events.Review;

/// <summary>Who decides about a report. Nobody decides about her own.</summary>
internal static class Reviewers
{
    /// <summary>
    /// The municipal coordinators whom messages reach; without any, the regional ones. Empty when there is
    /// nobody: then time accepts it.
    /// </summary>
    public static Task<IReadOnlyList<long>> Of(CuratorBotDb db, EventReport report) =>
        Of(db, report.MunicipalityId, report.Region, report.AuthorId);

    /// <param name="except">Who is not asked, because it is hers.</param>
    public static async Task<IReadOnlyList<long>> Of(
        CuratorBotDb db,
        string? municipalityId,
        string? region,
        long? except = null
    )
    {
        var municipal = await Reachable(
            db,
            except,
            db.RoleAssignments.Where(role =>
                role.Role == Role.MunicipalCoordinator
                && role.MunicipalityId != null
                && role.MunicipalityId == municipalityId
            )
        );
        return municipal.Count > 0
            ? municipal
            : await Reachable(
                db,
                except,
                db.RoleAssignments.Where(role =>
                    role.Role == Role.RegionalCoordinator && (role.Region == null || role.Region == region)
                )
            );
    }

    /// <summary>Read at the moment of the press, whoever was asked.</summary>
    public static bool MayReview(Asker who, EventReport report) =>
        report.AuthorId is { } author && author != who.PersonId && IsOver(who, report);

    /// <summary>Whoever would decide about others' reports there needs nobody to decide about hers.</summary>
    public static bool IsOver(Asker who, EventReport report) =>
        who.MayAdmit.IncludesPlace(report.MunicipalityId, report.Region);

    /// <summary>What waits for her.</summary>
    public static IQueryable<EventReport> WaitingFor(this IQueryable<EventReport> reports, Asker who)
    {
        var waiting = reports.Where(report =>
            report.State == ReviewState.Waiting && report.AuthorId != who.PersonId
        );
        if (who.MayAdmit.Everything)
            return waiting;
        var (municipalities, regions) = (who.MayAdmit.Municipalities, who.MayAdmit.Regions);
        return waiting.Where(report =>
            municipalities.Contains(report.MunicipalityId!) || regions.Contains(report.Region)
        );
    }

    private static Task<List<long>> Reachable(
        CuratorBotDb db,
        long? except,
        IQueryable<RoleAssignment> roles
    ) =>
        roles
            .Where(role => role.RevokedAt == null && role.PersonId != except)
            .Where(role =>
                db.ChannelAccounts.Any(account =>
                    account.PersonId == role.PersonId && account.UnreachableBecause == null
                )
            )
            .Select(role => role.PersonId)
            .Distinct()
            .OrderBy(id => id)
            .ToListAsync();
}
