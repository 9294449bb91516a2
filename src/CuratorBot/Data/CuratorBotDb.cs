using CuratorBot.Advice;
using CuratorBot.Announcements;
using CuratorBot.Audit;
using CuratorBot.Conversations.Forms;
using CuratorBot.Events;
using CuratorBot.Events.Planning;
using CuratorBot.Events.Review;
using CuratorBot.Importing;
using CuratorBot.LongTasks;
using CuratorBot.Members.Entering;
using CuratorBot.Members.Inviting;
using CuratorBot.Messaging;
using CuratorBot.People;
using CuratorBot.Reminders;
using CuratorBot.Reminders.Daily;
using CuratorBot.Reminders.Outages;
using CuratorBot.Risks;
using CuratorBot.Roster;
using CuratorBot.Schedule;
using CuratorBot.Schools;
using CuratorBot.Status;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Data;

/// <summary>
/// All tables. Each slice maps its own in a <c>*Mapping.cs</c>; the provider's folder in the host derives
/// from this class and adds nothing but its dialect.
/// </summary>
public abstract class CuratorBotDb(DbContextOptions options) : DbContext(options)
{
    public DbSet<Person> People => Set<Person>();
    public DbSet<ChannelAccount> ChannelAccounts => Set<ChannelAccount>();
    public DbSet<ConsentText> ConsentTexts => Set<ConsentText>();
    public DbSet<ConsentGiven> Consents => Set<ConsentGiven>();
    public DbSet<RoleAssignment> RoleAssignments => Set<RoleAssignment>();
    public DbSet<JoinRequest> JoinRequests => Set<JoinRequest>();
    public DbSet<JoinRequestCard> JoinRequestCards => Set<JoinRequestCard>();
    public DbSet<Invitation> Invitations => Set<Invitation>();
    public DbSet<WrongCode> WrongCodes => Set<WrongCode>();
    public DbSet<RosterEntry> RosterEntries => Set<RosterEntry>();
    public DbSet<RosterRole> RosterRoles => Set<RosterRole>();
    public DbSet<Upload> Uploads => Set<Upload>();
    public DbSet<LongTask> LongTasks => Set<LongTask>();
    public DbSet<Municipality> Municipalities => Set<Municipality>();
    public DbSet<School> Schools => Set<School>();
    public DbSet<CuratorSchool> CuratorSchools => Set<CuratorSchool>();
    public DbSet<ProjectTask> Tasks => Set<ProjectTask>();
    public DbSet<Obligation> Obligations => Set<Obligation>();
    public DbSet<EventType> EventTypes => Set<EventType>();
    public DbSet<EventReport> EventReports => Set<EventReport>();
    public DbSet<PlannedEvent> PlannedEvents => Set<PlannedEvent>();
    public DbSet<PlanCard> PlanCards => Set<PlanCard>();
    public DbSet<ReportSheet> ReportSheets => Set<ReportSheet>();
    public DbSet<ReportCorrection> ReportCorrections => Set<ReportCorrection>();
    public DbSet<ReviewCard> ReviewCards => Set<ReviewCard>();
    public DbSet<ReviewNudge> ReviewNudges => Set<ReviewNudge>();
    public DbSet<RiskFactor> RiskFactors => Set<RiskFactor>();
    public DbSet<SchoolRisk> SchoolRisks => Set<SchoolRisk>();
    public DbSet<StatusMark> StatusMarks => Set<StatusMark>();
    public DbSet<ScoreCard> ScoreCards => Set<ScoreCard>();
    public DbSet<Reminder> Reminders => Set<Reminder>();
    public DbSet<ReminderCard> ReminderCards => Set<ReminderCard>();
    public DbSet<MorningWish> MorningWishes => Set<MorningWish>();
    public DbSet<Heartbeat> Heartbeats => Set<Heartbeat>();
    public DbSet<Outage> Outages => Set<Outage>();
    public DbSet<Announcement> Announcements => Set<Announcement>();
    public DbSet<AnnouncementDelivery> AnnouncementDeliveries => Set<AnnouncementDelivery>();
    public DbSet<HelpRequest> HelpRequests => Set<HelpRequest>();
    public DbSet<HelpMessage> HelpMessages => Set<HelpMessage>();
    public DbSet<HelpCard> HelpCards => Set<HelpCard>();
    public DbSet<HelpNudge> HelpNudges => Set<HelpNudge>();
    public DbSet<Session> Sessions => Set<Session>();
    public DbSet<InboxRow> Inbox => Set<InboxRow>();
    public DbSet<OutboxRow> Outbox => Set<OutboxRow>();
    public DbSet<PauseRow> Pauses => Set<PauseRow>();
    public DbSet<AuditEntry> Audit => Set<AuditEntry>();
    public DbSet<Revision> Revisions => Set<Revision>();

    /// <summary>True once facts were saved through this context, so that the revision must grow.</summary>
    public bool ChangedFacts { get; private set; }

    /// <summary>
    /// Set where a person is forgotten: once it is committed, nothing of what was deleted here may be left in
    /// the files of the database.
    /// </summary>
    public bool LeavesNoTrace { get; set; }

    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        NoteChangedFacts();
        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    public override Task<int> SaveChangesAsync(
        bool acceptAllChangesOnSuccess,
        CancellationToken token = default
    )
    {
        NoteChangedFacts();
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, token);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder conventions)
    {
        conventions.Properties<DateTimeOffset>().HaveConversion<UtcMilliseconds>();
    }

    protected override void OnModelCreating(ModelBuilder model)
    {
        model.ApplyConfigurationsFromAssembly(typeof(CuratorBotDb).Assembly);
    }

    private void NoteChangedFacts()
    {
        ChangeTracker.DetectChanges();
        ChangedFacts |= ChangeTracker
            .Entries()
            .Any(entry =>
                entry.Entity is not INotAFact
                && entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted
            );
    }
}
