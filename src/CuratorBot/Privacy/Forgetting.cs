using CuratorBot.Audit;
using CuratorBot.Conversations.Turns;
using CuratorBot.Data;
using CuratorBot.Files;
using CuratorBot.Members.Team;
using CuratorBot.Messaging;
using CuratorBot.Messaging.Sending;
using CuratorBot.People;
using CuratorBot.People.InCharge;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Privacy;

public enum ForgetOrder
{
    Given,

    /// <summary>There is no such person, or she has been forgotten.</summary>
    NobodyThere,

    /// <summary>Somebody else must coordinate her region first.</summary>
    LastCoordinator,
}

/// <summary>
/// Forgets a person. Reports, closed deadlines and the chain of the audit stay, with a row that names nobody;
/// everything else that is hers goes, in the files of the database too. Forgetting twice is forgetting once.
/// </summary>
public sealed class Forgetting(Departure departure, FileStore files, IdGenerator ids)
{
    /// <summary>Has her forgotten at the next purge.</summary>
    public async Task<ForgetOrder> Order(CuratorBotDb db, long personId, AuditActor actor)
    {
        var person = await db.People.SingleOrDefaultAsync(row =>
            row.Id == personId && row.ForgottenAt == null
        );
        if (person is null || await PeopleDirectory.Read(db, personId) is not { } who)
            return ForgetOrder.NobodyThere;
        if (await PeopleInCharge.IsLastCoordinator(db, who))
            return ForgetOrder.LastCoordinator;
        person.ForgetAt = actor.Now;
        await AuditTrail.Note(db, ids, actor, "person.toBeForgotten", AuditSubject.Person(personId));
        return ForgetOrder.Given;
    }

    /// <returns>What others must hear of.</returns>
    public async Task<Reply> Forget(TurnContext turn, Traces found)
    {
        var (db, personId) = (turn.Db, found.Her.PersonId);
        var person = await db.People.SingleAsync(row => row.Id == personId);
        if (person.ForgottenAt is not null || await PeopleDirectory.Read(db, personId) is not { } who)
            return Reply.Nothing;
        var traces = await found.Complete(db);
        var told = (await departure.EndRoles(turn, who)).Then(await Departure.CloseRequests(turn, personId));
        await AuditTrail.Erase(db, turn.Ids, AuditActor.Of(turn), personId);
        (person.Name, person.Phone, person.NowMunicipalityId, person.NowSchoolId) = (null, null, null, null);
        (person.ForgetAt, person.ForgottenAt) = (null, turn.Now);
        await db.SaveChangesAsync();
        await Mentions.Replace(db, traces.NamingHer, traces.Her.Words, turn.Texts.Plain("people.former"));
        await RemoveMessages(db, traces);
        await RemoveRoster(db, traces.Her);
        await RemoveRows(db, personId, turn.Now);
        db.LeavesNoTrace = true;
        return told;
    }

    private async Task RemoveMessages(CuratorBotDb db, Traces traces)
    {
        foreach (var chunk in traces.ToHer.Chunk(500))
        {
            var bodies = await db
                .Outbox.Where(row => EF.Parameter(chunk).Contains(row.Id) && row.Body.Contains("FilePath"))
                .AsNoTracking()
                .ToListAsync();
            foreach (var path in bodies.Select(row => Outbox.Read(row).FilePath).OfType<string>())
                files.RemoveIfBrief(path);
            await db.Outbox.Where(row => EF.Parameter(chunk).Contains(row.Id)).ExecuteDeleteAsync();
        }
        foreach (var account in traces.Her.Accounts)
        {
            await db.Pauses.Where(row => row.ChatId == account.ChatId).ExecuteDeleteAsync();
            var digits = $"{account.AccountId}";
            var hers = db.Inbox.Where(row =>
                row.Channel == account.Channel
                && (
                    row.AccountId == account.AccountId
                    || row.AccountId == 0 && row.Body != null && row.Body.Contains(digits)
                )
            );
            // What waits is worked off as a stranger's; that an update came is remembered, not whose it was.
            await hers.Where(row => row.State == InboxState.Parked)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.Body, (string?)null));
            await hers.ExecuteUpdateAsync(set => set.SetProperty(row => row.AccountId, 0L));
        }
    }

    /// <summary>What coordinators wrote of her, and the files that she sent as one.</summary>
    private async Task RemoveRoster(CuratorBotDb db, Subject her)
    {
        var entries = her.RosterIds;
        await db.RosterEntries.Where(row => EF.Parameter(entries).Contains(row.Id)).ExecuteDeleteAsync();
        var uploads = db.Uploads.Where(row => row.PersonId == her.PersonId);
        foreach (var path in await uploads.Select(row => row.FilePath).ToListAsync())
            files.RemoveIfBrief(path);
        await uploads.ExecuteDeleteAsync();
    }

    private static async Task RemoveRows(CuratorBotDb db, long her, DateTimeOffset now)
    {
        // The turn itself may hold a draft of hers.
        db.Sessions.RemoveRange(await db.Sessions.Where(row => row.PersonId == her).ToListAsync());
        await db.SaveChangesAsync();
        await db.Reminders.Where(row => row.PersonId == her).ExecuteDeleteAsync();
        await db.MorningWishes.Where(row => row.PersonId == her).ExecuteDeleteAsync();
        await db.LongTasks.Where(row => row.PersonId == her).ExecuteDeleteAsync();
        await db.ReminderCards.Where(row => row.PersonId == her).ExecuteDeleteAsync();
        await db.HelpCards.Where(row => row.PersonId == her).ExecuteDeleteAsync();
        await db.HelpNudges.Where(row => row.PersonId == her).ExecuteDeleteAsync();
        await db.PlanCards.Where(row => row.PersonId == her).ExecuteDeleteAsync();
        await db
            .AnnouncementDeliveries.Where(delivery =>
                delivery.PersonId == her
                || db.Announcements.Any(row => row.Id == delivery.AnnouncementId && row.AuthorId == her)
            )
            .ExecuteDeleteAsync();
        await db.Announcements.Where(row => row.AuthorId == her).ExecuteDeleteAsync();
        await db
            .JoinRequestCards.Where(card =>
                card.PersonId == her
                || db.JoinRequests.Any(row => row.Id == card.RequestId && row.PersonId == her)
            )
            .ExecuteDeleteAsync();
        await db.JoinRequests.Where(row => row.PersonId == her).ExecuteDeleteAsync();
        await RemoveReviews(db, her);
        await db.WrongCodes.Where(row => row.PersonId == her).ExecuteDeleteAsync();
        await db.RoleAssignments.Where(row => row.PersonId == her).ExecuteDeleteAsync();
        await db.Invitations.Where(row => row.CreatedBy == her && row.UsedAt == null).ExecuteDeleteAsync();
        await db.ChannelAccounts.Where(row => row.PersonId == her).ExecuteDeleteAsync();
        await db
            .Consents.Where(row => row.PersonId == her && row.WithdrawnAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.WithdrawnAt, now));
        await db.Set<Events.EventReportFile>()
            .Where(file => db.EventReports.Any(row => row.Id == file.ReportId && row.AuthorId == her))
            .ExecuteUpdateAsync(set => set.SetProperty(file => file.Name, (string?)null));
        await db.Set<Registers.RegisterFile>()
            .Where(file => file.AddedBy == her)
            .ExecuteUpdateAsync(set => set.SetProperty(file => file.Name, (string?)null));
        await db
            .Obligations.Where(row => row.DoneBy == her && row.EvidenceName != null)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.EvidenceName, (string?)null));
    }

    /// <summary>Nobody is left to mend her reports; what others decided about them stays with the reports.</summary>
    private static async Task RemoveReviews(CuratorBotDb db, long her)
    {
        await db.ReviewCards.Where(row => row.PersonId == her).ExecuteDeleteAsync();
        await db.ReviewNudges.Where(row => row.PersonId == her).ExecuteDeleteAsync();
        await db.ReportCorrections.Where(row => row.AuthorId == her).ExecuteDeleteAsync();
        await db
            .ReportSheets.Where(sheet =>
                db.EventReports.Any(row => row.Id == sheet.ReportId && row.AuthorId == her)
            )
            .ExecuteDeleteAsync();
    }
}
