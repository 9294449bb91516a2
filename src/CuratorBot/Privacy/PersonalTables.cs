using CuratorBot.Announcements;
using CuratorBot.Audit;
using CuratorBot.Conversations;
using CuratorBot.Data;
using CuratorBot.Events;
using CuratorBot.Events.Review;
using CuratorBot.Messaging;
using CuratorBot.People;
using CuratorBot.Reminders;
using CuratorBot.Risks;
using CuratorBot.Schedule;
using CuratorBot.Schools;
using CuratorBot.Status;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Privacy;

/// <summary>Every table of the model: those that hold something of people, and those that do not.</summary>
public static class PersonalTables
{
    public static IReadOnlyList<PersonalTable> All { get; } =
    [
        PersonalTable.Of(
            "people",
            (db, her) => db.People.Where(row => row.Id == her.PersonId),
            "Id",
            "ForgottenAt"
        ),
        PersonalTable.Of(
            "channel_accounts",
            (db, her) => db.ChannelAccounts.Where(row => row.PersonId == her.PersonId).OrderBy(row => row.Id),
            "Id",
            "PersonId"
        ),
        PersonalTable.Of(
            "role_assignments",
            (db, her) => db.RoleAssignments.Where(row => row.PersonId == her.PersonId).OrderBy(row => row.Id),
            "Id",
            "PersonId"
        ),
        PersonalTable.Of(
            "consents",
            (db, her) => db.Consents.Where(row => row.PersonId == her.PersonId).OrderBy(row => row.Id),
            "Id",
            "PersonId",
            "AskedAgainFor"
        ),
        PersonalTable.Of(
            "roster_entries",
            (db, her) => db.RosterEntries.Where(row => her.RosterIds.Contains(row.Id)).OrderBy(row => row.Id),
            "Id",
            "PersonId"
        ),
        PersonalTable.Of(
            "roster_roles",
            (db, her) =>
                db.RosterRoles.Where(row => her.RosterIds.Contains(row.EntryId)).OrderBy(row => row.Id),
            "Id",
            "EntryId"
        ),
        PersonalTable.Of(
            "roster_uploads",
            (db, her) => db.RosterUploads.Where(row => row.PersonId == her.PersonId).OrderBy(row => row.Id),
            "Id",
            "PersonId",
            "FilePath",
            "PlanHash"
        ),
        PersonalTable.Of(
            "join_requests",
            (db, her) => db.JoinRequests.Where(row => row.PersonId == her.PersonId).OrderBy(row => row.Id),
            "Id",
            "PersonId"
        ),
        PersonalTable.Of(
            "invitations",
            (db, her) =>
                db
                    .Invitations.Where(row => row.CreatedBy == her.PersonId || row.UsedBy == her.PersonId)
                    .OrderBy(row => row.Id),
            "Id",
            "LinkHash",
            "CodeHash"
        ),
        PersonalTable.Of(
            "wrong_codes",
            (db, her) => db.WrongCodes.Where(row => row.PersonId == her.PersonId).OrderBy(row => row.Id),
            "Id",
            "PersonId",
            "Kind"
        ),
        PersonalTable.Of(
            "event_reports",
            (db, her) => db.EventReports.Where(row => row.AuthorId == her.PersonId).OrderBy(row => row.Id),
            "AuthorId",
            "SummaryId",
            "Precision",
            "SentAt",
            "AcceptAt",
            "ReturnedFor"
        ),
        PersonalTable.Of(
            "event_report_sheets",
            (db, her) =>
                from report in db.EventReports
                where report.AuthorId == her.PersonId
                join sheet in db.ReportSheets on report.Id equals sheet.ReportId
                orderby report.Id
                select sheet,
            "ReportId",
            "Version"
        ),
        PersonalTable.Of(
            "event_report_corrections",
            (db, her) =>
                db.ReportCorrections.Where(row => row.AuthorId == her.PersonId).OrderBy(row => row.Id),
            "Id",
            "ReportId",
            "AuthorId",
            "Version"
        ),
        PersonalTable.Of(
            "review_cards",
            (db, her) =>
                db.ReviewCards.Where(row => row.PersonId == her.PersonId).OrderBy(row => row.OutboxId),
            "OutboxId",
            "PersonId",
            "ReportId",
            "CorrectionId"
        ),
        PersonalTable.Of(
            "review_nudges",
            (db, her) => db.ReviewNudges.Where(row => row.PersonId == her.PersonId),
            "PersonId"
        ),
        PersonalTable.Of(
            "event_report_schools",
            (db, her) =>
                from report in db.EventReports
                where report.AuthorId == her.PersonId
                join school in db.Set<EventReportSchool>() on report.Id equals school.ReportId
                orderby report.Id
                select school
        ),
        PersonalTable.Of(
            "event_report_shares",
            (db, her) =>
                from report in db.EventReports
                where report.AuthorId == her.PersonId
                join share in db.Set<EventReportShare>() on report.Id equals share.ReportId
                orderby report.Id
                select share
        ),
        PersonalTable.Of(
            "event_report_files",
            (db, her) =>
                from report in db.EventReports
                where report.AuthorId == her.PersonId
                join file in db.Set<EventReportFile>() on report.Id equals file.ReportId
                orderby file.Id
                select file,
            "Id",
            "FileId",
            "StoredAs",
            "Sha256"
        ),
        PersonalTable.Of(
            "help_requests",
            (db, her) =>
                db
                    .HelpRequests.Where(row => row.AskedBy == her.PersonId || row.AnsweredBy == her.PersonId)
                    .OrderBy(row => row.Id),
            "MunicipalityId",
            "Region"
        ),
        PersonalTable.Of(
            "help_messages",
            (db, her) => db.HelpMessages.Where(row => row.AuthorId == her.PersonId).OrderBy(row => row.Id),
            "Id",
            "AuthorId"
        ),
        PersonalTable.Of(
            "help_cards",
            (db, her) => db.HelpCards.Where(row => row.PersonId == her.PersonId).OrderBy(row => row.OutboxId),
            "OutboxId",
            "PersonId"
        ),
        PersonalTable.Of(
            "obligations",
            (db, her) => db.Obligations.Where(row => row.DoneBy == her.PersonId).OrderBy(row => row.Id),
            "Id",
            "DoneBy",
            "TimeZone",
            "Optional",
            "Active",
            "OwnerKind",
            "MunicipalityId",
            "Region"
        ),
        PersonalTable.Of(
            "tasks",
            (db, her) =>
                db
                    .Tasks.Where(row => row.ConfirmedBy == her.PersonId || row.CancelledBy == her.PersonId)
                    .OrderBy(row => row.Id),
            [.. typeof(ProjectTask).GetProperties().Select(one => one.Name).Except(ShownOfTasks)]
        ),
        PersonalTable.Of(
            "curator_schools",
            (db, her) =>
                db
                    .CuratorSchools.Where(row =>
                        row.AssignedBy == her.PersonId || row.EndedBy == her.PersonId
                    )
                    .OrderBy(row => row.Id),
            "Id"
        ),
        PersonalTable.Of(
            "sessions",
            (db, her) => db.Sessions.Where(row => row.PersonId == her.PersonId).OrderBy(row => row.StartedAt),
            "Id",
            "PersonId",
            "Version",
            "Step",
            "Turn",
            "Active",
            "WasOffered",
            "Nudges",
            "WasWarned",
            "LookAt"
        ),
        PersonalTable.Of(
            "reminders",
            (db, her) => db.Reminders.Where(row => row.PersonId == her.PersonId).OrderBy(row => row.Id),
            "Id",
            "PersonId",
            "Stage",
            "Repeat",
            "Standing",
            "MissedIn"
        ),
        PersonalTable.Of(
            "morning_wishes",
            (db, her) => db.MorningWishes.Where(row => row.PersonId == her.PersonId),
            "PersonId"
        ),
        PersonalTable.Of(
            "reminder_cards",
            (db, her) =>
                db.ReminderCards.Where(row => row.PersonId == her.PersonId).OrderBy(row => row.OutboxId),
            "OutboxId",
            "PersonId",
            "Order",
            "More",
            "Standing"
        ),
        PersonalTable.Of(
            "announcements",
            (db, her) => db.Announcements.Where(row => row.AuthorId == her.PersonId).OrderBy(row => row.Id),
            "Id",
            "AuthorId",
            "Roles",
            "Group",
            "MunicipalityId",
            "Cursor"
        ),
        PersonalTable.Of(
            "announcement_deliveries",
            (db, her) =>
                db
                    .AnnouncementDeliveries.Where(row => row.PersonId == her.PersonId)
                    .OrderBy(row => row.AnnouncementId),
            "AnnouncementId",
            "PersonId",
            "OutboxId"
        ),
        PersonalTable.Of(
            "join_request_cards",
            (db, her) =>
                db.JoinRequestCards.Where(row => row.PersonId == her.PersonId).OrderBy(row => row.OutboxId),
            "PersonId",
            "OutboxId",
            "RequestId"
        ),
        PersonalTable.Of(
            "inbox",
            (db, her) =>
                db.Inbox.Where(row => her.AccountIds.Contains(row.AccountId)).OrderBy(row => row.Seq),
            "Seq",
            "Channel",
            "Epoch",
            "UpdateId",
            "AccountId",
            "Attempts"
        ),
        PersonalTable.Of(
            "outbox",
            (db, her) =>
                db
                    .Outbox.Where(row => row.PersonId == her.PersonId || her.ChatIds.Contains(row.ChatId))
                    .OrderBy(row => row.Id),
            "Id",
            "Channel",
            "ChatId",
            "PersonId",
            "Lane",
            "Attempts",
            "MayHaveArrived",
            "MessageId",
            "CreatedAt",
            "IsBare"
        ),
        PersonalTable.Of(
            "audit_about",
            (db, her) => AuditTrail.About(db, her.PersonId).OrderBy(row => row.Sequence),
            [.. AuditMarks, "PersonId"]
        ),
        PersonalTable.Of(
            "audit_by",
            (db, her) => AuditTrail.By(db, her.PersonId).OrderBy(row => row.Sequence),
            [.. AuditMarks, "ActorId", "Title", "Before", "After", "PersonId"]
        ),
    ];

    private static IEnumerable<string> ShownOfTasks =>
        ["Title", "ConfirmedAt", "CancelledAt", "CancelledBecause"];

    private static IEnumerable<string> AuditMarks =>
        ["Sequence", "SubjectKind", "SubjectId", "Salt", "PayloadHash", "Hash"];

    /// <summary>Tables with nothing of people who use the bot.</summary>
    public static IReadOnlyList<Type> OfNobody { get; } =
    [
        typeof(ConsentText),
        typeof(Municipality),
        typeof(School),
        typeof(EventType),
        typeof(RiskFactor),
        typeof(SchoolRisk),
        typeof(StatusMark),
        typeof(ScoreCard),
        typeof(Heartbeat),
        typeof(Outage),
        typeof(Revision),
    ];
}
