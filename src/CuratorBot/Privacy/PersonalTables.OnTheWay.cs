using CuratorBot.Audit;

namespace CuratorBot.Privacy;

/// <summary>Drafts, reminders, messages, and what was noted of them.</summary>
public static partial class PersonalTables
{
    private static IReadOnlyList<PersonalTable> OnTheWay =>
        [
            PersonalTable.Of(
                "sessions",
                (db, her) =>
                    db.Sessions.Where(row => row.PersonId == her.PersonId).OrderBy(row => row.StartedAt),
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
                (db, her) =>
                    db.Announcements.Where(row => row.AuthorId == her.PersonId).OrderBy(row => row.Id),
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
                    db
                        .JoinRequestCards.Where(row => row.PersonId == her.PersonId)
                        .OrderBy(row => row.OutboxId),
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
                "pauses",
                (db, her) => db.Pauses.Where(row => her.ChatIds.Contains(row.ChatId)),
                "Channel",
                "ChatId",
                "Seconds"
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

    private static IEnumerable<string> AuditMarks =>
        ["Sequence", "SubjectKind", "SubjectId", "Salt", "PayloadHash", "Hash"];
}
