using CuratorBot.Announcements;
using CuratorBot.Data;
using CuratorBot.Events;
using CuratorBot.Events.Review;
using CuratorBot.Importing;
using CuratorBot.People;
using CuratorBot.Registers;
using CuratorBot.Roster;
using CuratorBot.Schedule;
using CuratorBot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Tests.People;

/// <summary>What one person has changed in the world: each with where it was, and how the audit calls it.</summary>
internal static class Changes
{
    /// <param name="Kind">The audit has one entry of this kind for it.</param>
    /// <param name="May">Whether her rights are enough for it.</param>
    public sealed record Change(string Kind, string What, bool May);

    public static Task<List<Change>> Of(World world, Rights who) =>
        world.Read(async db =>
        {
            var person = await db
                .ChannelAccounts.Where(row => row.AccountId == who.Account)
                .Select(row => row.PersonId)
                .SingleAsync();
            return (List<Change>)
                [
                    .. await Closed(db, who, person),
                    .. await Granted(db, who, person),
                    .. await Ended(db, who, person),
                    .. await Helped(db, who, person),
                    .. await Decided(db, who, person),
                    .. await Invited(db, who, person),
                    .. await Confirmed(db, who, person),
                    .. await Reported(db, who, person),
                    .. await Reviewed(db, who, person),
                    .. await Enrolled(db, who, person),
                    .. await Reminded(db, who, person),
                    .. await Announced(db, who, person),
                    .. await Asked(db, who, person),
                    .. await Answered(db, who, person),
                    .. await Recorded(world, db, who, person),
                ];
        });

    public static Task<List<string>> NotedOf(World world, Rights who) =>
        world.Read(db =>
            (
                from entry in db.Audit
                join account in db.ChannelAccounts on entry.ActorId equals (long?)account.PersonId
                where account.AccountId == who.Account
                select entry.What
            ).ToListAsync()
        );

    private static async Task<IEnumerable<Change>> Recorded(
        World world,
        CuratorBotDb db,
        Rights who,
        long person
    )
    {
        var rows = await RegisterSamples.Rows(world, db);
        return (await db.Set<RegisterChange>().Where(row => row.ActorId == person).ToListAsync())
            .GroupBy(row => (row.Register, row.RowId, row.Version))
            .Select(change => new Change(
                change.Key.Version == 1 ? "register.added"
                    : change.Any(row => row.Field == RegisterChange.StateField) ? "register.moved"
                    : "register.corrected",
                $"{change.Key}",
                who.Works && who.IsHers(rows[(change.Key.Register, change.Key.RowId)])
            ));
    }

    private static async Task<IEnumerable<Change>> Closed(CuratorBotDb db, Rights who, long person) =>
        (
            await db
                .Obligations.Where(row => row.DoneBy == person && row.Outcome == Outcome.Done)
                .ToListAsync()
        ).Select(row => new Change(
            "obligation.closed",
            row.OwnerId,
            who.Works
                && (
                    who.SeesPlace(row.MunicipalityId, row.Region)
                    || (row.OwnerKind == OwnerKind.School && who.Schools.Contains(row.OwnerId))
                )
        ));

    private static async Task<IEnumerable<Change>> Granted(CuratorBotDb db, Rights who, long person)
    {
        var schools = await db.Schools.ToDictionaryAsync(row => row.Id);
        return (await db.RoleAssignments.Where(row => row.GrantedBy == person).ToListAsync()).Select(
            row => new Change(
                "role.granted",
                $"{row.Role} {row.SchoolId}",
                who.Admits && row.SchoolId is { } id && who.Sees(schools[id])
            )
        );
    }

    private static async Task<IEnumerable<Change>> Ended(CuratorBotDb db, Rights who, long person)
    {
        var schools = await db.Schools.ToDictionaryAsync(row => row.Id);
        var places = await db.Municipalities.ToDictionaryAsync(row => row.Id);
        return (await db.RoleAssignments.Where(row => row.RevokedBy == person).ToListAsync()).Select(
            row => new Change(
                "role.ended",
                $"{row.Role} {row.SchoolId ?? row.MunicipalityId ?? row.Region}",
                row.SchoolId is { } id ? who.Admits && who.Sees(schools[id])
                    : row.MunicipalityId is { } place
                        ? (row.Role == Role.Observer ? who.Admits : who.Leads) && who.Sees(places[place])
                    : who.Leads && who.SeesPlace(null, row.Region)
            )
        );
    }

    private static async Task<IEnumerable<Change>> Helped(CuratorBotDb db, Rights who, long person)
    {
        var schools = await db.Schools.ToDictionaryAsync(row => row.Id);
        return (await db.CuratorSchools.Where(row => row.AssignedBy == person).ToListAsync()).Select(
            row => new Change(
                "curatorSchool.assigned",
                row.SchoolId,
                who.Admits && who.Sees(schools[row.SchoolId]) && who.Sees(schools[row.HelperId])
            )
        );
    }

    private static async Task<IEnumerable<Change>> Decided(CuratorBotDb db, Rights who, long person)
    {
        var places = await db.Municipalities.ToDictionaryAsync(row => row.Id);
        return (await db.JoinRequests.Where(row => row.DecidedBy == person).ToListAsync()).Select(
            row => new Change(
                $"request.{row.State.ToString().ToLowerInvariant()}",
                row.MunicipalityId!,
                who.Admits && who.Sees(places[row.MunicipalityId!])
            )
        );
    }

    private static async Task<IEnumerable<Change>> Invited(CuratorBotDb db, Rights who, long person)
    {
        var schools = await db.Schools.ToDictionaryAsync(row => row.Id);
        var rows = await db
            .Invitations.Where(row => row.CreatedBy == person || row.RevokedBy == person)
            .ToListAsync();
        return rows.Select(row => new Change(
            row.RevokedBy == person ? "invitation.revoked" : "invitation.made",
            $"{row.Role} {row.SchoolId}",
            who.Admits
                && (
                    row.SchoolId is { } id
                        ? who.Sees(schools[id])
                        : who.SeesPlace(row.MunicipalityId, row.Region)
                )
        ));
    }

    private static async Task<IEnumerable<Change>> Asked(CuratorBotDb db, Rights who, long person)
    {
        var schools = await db.Schools.ToDictionaryAsync(row => row.Id);
        var rows = await db.HelpRequests.Where(row => row.AskedBy == person).ToListAsync();
        return rows.Where(row => row.SolvedAt is not null)
            .Select(row => new Change(
                "help.solved",
                row.SchoolId,
                who.Works && who.Sees(schools[row.SchoolId])
            ));
    }

    private static async Task<IEnumerable<Change>> Answered(CuratorBotDb db, Rights who, long person)
    {
        var schools = await db.Schools.ToDictionaryAsync(row => row.Id);
        var rows = await db.HelpRequests.Where(row => row.AnsweredBy == person).ToListAsync();
        return rows.Select(row => new Change(
            "help.answered",
            row.SchoolId,
            who.Helps && who.Sees(schools[row.SchoolId])
        ));
    }

    private static async Task<IEnumerable<Change>> Confirmed(CuratorBotDb db, Rights who, long person) =>
        (await db.Tasks.Where(row => row.ConfirmedBy == person).ToListAsync()).Select(row => new Change(
            "task.confirmed",
            row.Id,
            who.Leads
        ));

    private static async Task<IEnumerable<Change>> Reviewed(CuratorBotDb db, Rights who, long person)
    {
        var reports = await db.EventReports.ToDictionaryAsync(row => row.Id);
        bool May(EventReport report) =>
            who.Admits && report.AuthorId != person && who.SeesPlace(report.MunicipalityId, report.Region);
        var corrections = await db.ReportCorrections.Where(row => row.DecidedBy == person).ToListAsync();
        return
        [
            .. reports
                .Values.Where(report => report.ReviewedBy == person)
                .Select(report => new Change(
                    report.State == ReviewState.Accepted ? "event.accepted" : "event.returned",
                    $"{report.MunicipalityId}",
                    May(report)
                )),
            .. corrections.Select(row => new Change(
                row.State == CorrectionState.Accepted ? "event.corrected" : "event.correctionDeclined",
                $"{reports[row.ReportId].MunicipalityId}",
                May(reports[row.ReportId])
            )),
        ];
    }

    private static async Task<IEnumerable<Change>> Reported(CuratorBotDb db, Rights who, long person) =>
        (await db.EventReports.Include(row => row.Schools).Where(row => row.AuthorId == person).ToListAsync())
            .Where(row => row.ReportedAt > World.Start && row.SummaryId != null)
            .Select(row => new Change(
                "event.reported",
                $"{row.MunicipalityId}",
                who.Works
                    && (
                        who.SeesPlace(row.MunicipalityId, row.Region)
                        || (
                            row.Schools.Count > 0
                            && row.Schools.All(school => who.Schools.Contains(school.SchoolId))
                        )
                    )
            ));

    private static async Task<IEnumerable<Change>> Enrolled(CuratorBotDb db, Rights who, long person)
    {
        var uploads = await db
            .Uploads.Where(row =>
                row.PersonId == person && row.Import == "roster" && row.State == UploadState.Applied
            )
            .ToListAsync();
        var roles = await db
            .RosterRoles.Where(role =>
                db.RosterEntries.Any(entry => entry.Id == role.EntryId && entry.AddedBy == person)
            )
            .ToListAsync();
        return
        [
            .. uploads.Select(row => new Change("roster.imported", $"{row.Id}", who.Admits)),
            .. roles.Select(role => new Change(
                "roster.added",
                $"{role.Role} {role.SchoolId}",
                who.Admits && who.SeesPlace(role.MunicipalityId, role.Region)
            )),
        ];
    }

    /// <summary>One for each who owes, however many people hear of it.</summary>
    private static async Task<IEnumerable<Change>> Reminded(CuratorBotDb db, Rights who, long person)
    {
        var rows = await (
            from reminder in db.Reminders
            where reminder.AskedBy == person
            join obligation in db.Obligations on reminder.ObligationId equals obligation.Id
            select new
            {
                reminder.AskedAt,
                obligation.OwnerId,
                obligation.MunicipalityId,
                obligation.Region,
            }
        )
            .Distinct()
            .ToListAsync();
        return rows.Select(row => new Change(
            "debtor.reminded",
            row.OwnerId,
            who.Works && who.SeesPlace(row.MunicipalityId, row.Region)
        ));
    }

    private static async Task<IEnumerable<Change>> Announced(CuratorBotDb db, Rights who, long person)
    {
        var rows = await db
            .Announcements.Where(row => row.AuthorId == person && row.SendAt != null)
            .ToListAsync();
        var may = who.Works && who.IsWide;
        return rows.Select(row => new Change("announcement.sent", $"{row.Id}", may))
            .Concat(
                rows.Where(row => row.State == AnnouncementState.Cancelled)
                    .Select(row => new Change("announcement.cancelled", $"{row.Id}", may))
            );
    }
}
