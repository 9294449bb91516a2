using CuratorBot.Data;
using CuratorBot.People;
using CuratorBot.People.InCharge;

namespace CuratorBot.Events.Review;

/// <summary>Who decides about a report. Nobody decides about her own.</summary>
internal static class Reviewers
{
    /// <summary>Empty when there is nobody: then time accepts it.</summary>
    public static Task<IReadOnlyList<long>> Of(CuratorBotDb db, EventReport report) =>
        PeopleInCharge.Over(db, report.MunicipalityId, report.Region, report.AuthorId);

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
}
