using CuratorBot.Events;
using CuratorBot.Registers;
using CuratorBot.Schedule;

namespace CuratorBot.Privacy;

/// <summary>What people did for the schools.</summary>
public static partial class PersonalTables
{
    private static IReadOnlyList<PersonalTable> OfWork =>
        [
            PersonalTable.Of(
                "event_reports",
                (db, her) =>
                    db.EventReports.Where(row => row.AuthorId == her.PersonId).OrderBy(row => row.Id),
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
                "planned_events",
                (db, her) =>
                    db.PlannedEvents.Where(row => row.AuthorId == her.PersonId).OrderBy(row => row.Id),
                "AuthorId",
                "MunicipalityId",
                "Region",
                "TimeZone",
                "Stage",
                "StageAt",
                "TellAt",
                "ToldOn",
                "ToldHour"
            ),
            PersonalTable.Of(
                "plan_cards",
                (db, her) =>
                    db.PlanCards.Where(row => row.PersonId == her.PersonId).OrderBy(row => row.OutboxId),
                "OutboxId",
                "PersonId"
            ),
            PersonalTable.Of(
                "help_requests",
                (db, her) =>
                    db
                        .HelpRequests.Where(row =>
                            row.AskedBy == her.PersonId || row.AnsweredBy == her.PersonId
                        )
                        .OrderBy(row => row.Id),
                "MunicipalityId",
                "Region",
                "RemindAt",
                "Reminders"
            ),
            PersonalTable.Of(
                "register_changes",
                (db, her) =>
                    db.Set<RegisterChange>().Where(row => row.ActorId == her.PersonId).OrderBy(row => row.Id),
                "Id",
                "ActorId",
                "Register",
                "RowId",
                "Version",
                "Field"
            ),
            PersonalTable.Of(
                "register_files",
                (db, her) =>
                    db.Set<RegisterFile>().Where(row => row.AddedBy == her.PersonId).OrderBy(row => row.Id),
                "Id",
                "AddedBy",
                "Register",
                "RowId",
                "Field",
                "FileId",
                "StoredAs",
                "Sha256"
            ),
            PersonalTable.Of(
                "help_messages",
                (db, her) =>
                    db.HelpMessages.Where(row => row.AuthorId == her.PersonId).OrderBy(row => row.Id),
                "Id",
                "AuthorId"
            ),
            PersonalTable.Of(
                "help_cards",
                (db, her) =>
                    db.HelpCards.Where(row => row.PersonId == her.PersonId).OrderBy(row => row.OutboxId),
                "OutboxId",
                "PersonId",
                "Number"
            ),
            PersonalTable.Of(
                "help_nudges",
                (db, her) =>
                    db.HelpNudges.Where(row => row.PersonId == her.PersonId).OrderBy(row => row.RequestId),
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
                "Region",
                "EvidenceStoredAs",
                "EvidenceSha256"
            ),
            PersonalTable.Of(
                "tasks",
                (db, her) =>
                    db
                        .Tasks.Where(row =>
                            row.ConfirmedBy == her.PersonId || row.CancelledBy == her.PersonId
                        )
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
        ];

    private static IEnumerable<string> ShownOfTasks =>
        ["Title", "ConfirmedAt", "CancelledAt", "CancelledBecause"];
}
