using CuratorBot.Data;
using CuratorBot.Events;
using CuratorBot.Papers;
using CuratorBot.People;
using CuratorBot.Reminders;
using CuratorBot.Reminders.Outages;
using CuratorBot.Risks;
using CuratorBot.Schools;
using CuratorBot.Status;
using CuratorBot.Status.Documents;

namespace CuratorBot.Privacy;

/// <summary>Every table of the model: those that hold something of people, and those that do not.</summary>
public static partial class PersonalTables
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
            "uploads",
            (db, her) => db.Uploads.Where(row => row.PersonId == her.PersonId).OrderBy(row => row.Id),
            "Id",
            "PersonId",
            "Import",
            "FilePath",
            "PlanHash",
            "Answer"
        ),
        PersonalTable.Of(
            "long_tasks",
            (db, her) => db.LongTasks.Where(row => row.PersonId == her.PersonId).OrderBy(row => row.Id),
            "Id",
            "PersonId",
            "Work",
            "Argument",
            "CardId",
            "Attempts",
            "Percent"
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
        .. OfWork,
        .. OnTheWay,
    ];

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
        typeof(StatusChange),
        typeof(StatusSeal),
        typeof(AgreementNudge),
        typeof(Heartbeat),
        typeof(Outage),
        typeof(Revision),
    ];
}
