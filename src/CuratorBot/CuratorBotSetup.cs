using CuratorBot.Advice;
using CuratorBot.Agenda;
using CuratorBot.Announcements;
using CuratorBot.Audit;
using CuratorBot.Conversations;
using CuratorBot.Conversations.Drafts;
using CuratorBot.Conversations.Limits;
using CuratorBot.Conversations.Turns;
using CuratorBot.Data;
using CuratorBot.Events;
using CuratorBot.Events.Listing;
using CuratorBot.Events.Planning;
using CuratorBot.Events.Reporting;
using CuratorBot.Events.Reporting.Evidence;
using CuratorBot.Events.Review;
using CuratorBot.Importing;
using CuratorBot.LongTasks;
using CuratorBot.Members;
using CuratorBot.Members.Entering;
using CuratorBot.Members.Helping;
using CuratorBot.Members.Inviting;
using CuratorBot.Members.Me;
using CuratorBot.Members.Team;
using CuratorBot.Messaging;
using CuratorBot.Messaging.Sending;
using CuratorBot.Papers;
using CuratorBot.Privacy;
using CuratorBot.Profiles;
using CuratorBot.Registers;
using CuratorBot.Reminders;
using CuratorBot.Reminders.Outages;
using CuratorBot.Roster;
using CuratorBot.Schedule;
using CuratorBot.Schools;
using CuratorBot.Status;
using CuratorBot.Status.Debtors;
using CuratorBot.Sweeping;
using CuratorBot.Tasks;
using CuratorBot.Texts;
using Microsoft.Extensions.DependencyInjection;

namespace CuratorBot;

/// <summary>The table of contents: the slices, the menu, and in which order who answers or looks.</summary>
public static class CuratorBotSetup
{
    /// <summary>
    /// Adds the product. The host adds what it runs on: <see cref="TimeProvider"/>, <see cref="RealTime"/>,
    /// <see cref="IUnitOfWork"/>, <see cref="IMessageReader"/>, <see cref="Files.FileStore"/>,
    /// <see cref="SendingOptions"/>, <see cref="ILongTaskRunner"/> and the channels.
    /// </summary>
    public static IServiceCollection AddCuratorBot(this IServiceCollection services) =>
        services
            .AddSingleton<IdGenerator>()
            .AddSingleton(_ => TextCatalogue.LoadRussian())
            .AddSingleton<NameIndexCache>()
            .AddMessaging()
            .AddImporting() // before the conversations: a table is looked at as one, not as any other file
            .AddConversations()
            .AddLongTasks()
            .AddMembers()
            .AddRoster()
            .AddPrivacy()
            .AddAdvice()
            .AddEvents()
            .AddRegisters()
            .AddProfiles()
            .AddPapers()
            .AddStatus()
            .AddReminders()
            .AddSchedule()
            .AddTasks()
            .AddAgenda()
            .AddAnnouncements()
            .AddAudit()
            .AddSweeps()
            .AddMenu()
            .AddWhoAnswersTheUnasked();

    private static IServiceCollection AddMenu(this IServiceCollection services) =>
        services
            .AddCommand<ReportCommand>()
            .AddCommand<DraftsCommand>()
            .AddCommand<TasksCommand>()
            .AddCommand<StatusCommand>()
            .AddCommand<DebtorsCommand>()
            .AddCommand<EventsCommand>()
            .AddCommand<RegistersCommand>()
            .AddCommand<PlanCommand>()
            .AddCommand<ScheduleCommand>()
            .AddCommand<CalendarCommand>()
            .AddCommand<AskCommand>()
            .AddCommand<PeopleCommand>()
            .AddCommand<AnnounceCommand>()
            .AddCommand<InviteCommand>()
            .AddCommand<RosterCommand>()
            .AddCommand<AuditCommand>()
            .AddCommand<MeCommand>()
            .AddCommand<HelpCommand>()
            .AddCommand<StartCommand>();

    /// <summary>What becomes due with time, in the order of looking.</summary>
    private static IServiceCollection AddSweeps(this IServiceCollection services) =>
        services
            .AddSingleton<Rounds>()
            .AddSingleton<Isolated>()
            .AddSingleton<Sweeper>()
            .AddSweep<PlanUpkeep>()
            .AddSweep<LateReminders>()
            .AddSweep<ReminderSweep>()
            .AddSweep<OpeningSweep>()
            .AddSweep<OutageAccount>()
            .AddSweep<DraftSweep>()
            .AddSweep<AnnouncementSweep>()
            .AddSweep<ReviewSweep>()
            .AddSweep<HelpSweep>()
            .AddSweep<PlanSweep>()
            .AddSweep<AgreementSweep>()
            .AddSweep<LongTaskSweep>();

    /// <summary>The first that understands it answers.</summary>
    private static IServiceCollection AddWhoAnswersTheUnasked(this IServiceCollection services) =>
        services
            .AddSingleton<IUnasked, TableDocument>()
            .AddSingleton<IUnasked, StrayFile>()
            .AddSingleton<IUnasked, ToldReport>()
            .AddSingleton<IUnasked, TypedName>()
            .AddSingleton<IUnasked, Hint>();
}
