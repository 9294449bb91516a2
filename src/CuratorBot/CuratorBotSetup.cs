using CuratorBot.Advice;
using CuratorBot.Agenda;
using CuratorBot.Announcements;
using CuratorBot.Audit;
using CuratorBot.Condition;
using CuratorBot.Conversations;
using CuratorBot.Data;
using CuratorBot.Events;
using CuratorBot.Events.Coverage;
using CuratorBot.Events.Planning;
using CuratorBot.Events.Reporting;
using CuratorBot.Events.Review;
using CuratorBot.Events.Sentences;
using CuratorBot.Messaging;
using CuratorBot.Papers;
using CuratorBot.People;
using CuratorBot.People.Roster;
using CuratorBot.People.Team;
using CuratorBot.Privacy;
using CuratorBot.Profiles;
using CuratorBot.Registers;
using CuratorBot.Reminders;
using CuratorBot.Reminders.Debtors;
using CuratorBot.Schedule;
using CuratorBot.Schedule.Calendar;
using CuratorBot.Schedule.Editing;
using CuratorBot.Schedule.Import;
using CuratorBot.Schools;
using CuratorBot.Schools.Import;
using CuratorBot.Status;
using CuratorBot.Sweeping;
using CuratorBot.Texts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CuratorBot;

/// <summary>The table of contents: everything that the bot can be asked, in the order of its menu.</summary>
public static class CuratorBotSetup
{
    /// <summary>
    /// Adds the product. The host adds what it runs on: <see cref="TimeProvider"/>, <see cref="RealTime"/>,
    /// <see cref="IUnitOfWork"/>, <see cref="IMessageReader"/>, <see cref="Files.FileStore"/>,
    /// <see cref="SendingOptions"/> and the channels.
    /// </summary>
    public static IServiceCollection AddCuratorBot(this IServiceCollection services)
    {
        services.AddSingleton<IdGenerator>();
        services.AddSingleton(_ => TextCatalogue.LoadRussian());
        services.AddSingleton<PeopleDirectory>();

        // Messaging and conversations
        services.TryAddSingleton(_ => FailPoints.FromEnvironment());
        services.AddSingleton<Troubles>();
        services.AddSingleton<Inbox>();
        services.AddSingleton<Outbox>();
        services.AddSingleton<IncomingFiles>().AddSingleton<IPreparation, SentTables>();
        services.TryAddSingleton<ILinkProbe, NoLinkProbe>();
        services.AddSingleton<IPreparation, LinkPreparation>();
        services.AddSingleton<IMessageHandler, TurnRunner>();
        services.TryAddSingleton<LimitsOptions>();
        services.AddSingleton<PressReader>().AddSingleton<Manners>();
        services.AddSingleton<Reception>();
        services.AddSingleton<Catalogue>();
        services.TryAddSingleton<DraftOptions>();
        services.AddSingleton<Forms>().AddSingleton<DraftShelf>().AddSingleton<FormEngine>();
        services.AddSingleton<Interruption>().AddSingleton<HeardToday>();
        services.AddAction<DraftActions>();

        // Schools
        services.AddSingleton<NameIndexCache>();

        // People: who comes in, in which role, and what she is told
        services.TryAddSingleton<IBotLinks, NoBotLinks>();
        services.AddSingleton(provider => new CommandMenu(provider.GetRequiredService<Catalogue>));
        services.TryAddSingleton<InvitationOptions>();
        services.AddSingleton<Guessing>().AddSingleton<Invitations>();
        services.AddSingleton<Membership>().AddSingleton<Recognition>().AddSingleton<JoinRequests>();
        services.AddSingleton<Entrance>().AddSingleton<IWritingGate, ConsentGate>();
        services.AddSingleton<IFreeText, TypedInvitation>();
        services.AddForm<JoinForm>().AddForm<InvitedForm>().AddForm<InviteForm>().AddForm<RenameForm>();
        services.AddForm<RecogniseForm>().AddAction<MeNow>();
        services.AddAction<ConsentActions>().AddAction<JoinActions>().AddAction<MeActions>();
        services.AddSingleton<Handover>().AddSingleton<RoleChanges>();
        services.AddForm<FindForm>().AddForm<GrantForm>().AddForm<EndForm>().AddForm<MoveForm>();
        services.AddForm<HandoverForm>().AddForm<AssignForm>().AddForm<HelperForm>();
        services.AddAction<TeamListActions>().AddAction<TeamFormActions>();
        services.AddAction<InvitationListAction>().AddAction<RevokeInvitationAction>();

        // The roster: whom coordinators expect
        services.AddSingleton<SchoolsByOperator>().AddSingleton<Joining>();
        services.AddSingleton<RosterDesk>().AddSingleton<RosterImport>().AddSingleton<RosterByOperator>();
        services.AddSingleton<RosterPreparation>();
        services.AddSingleton<IPreparation>(provider => provider.GetRequiredService<RosterPreparation>());
        services.AddSingleton<ITableReader>(provider => provider.GetRequiredService<RosterPreparation>());
        services.TryAddSingleton<EvidenceOptions>();
        services.AddSingleton<IPreparation, FileFetching>();
        services.AddAction<RosterFilesAction>().AddAction<RosterActions>();

        // Privacy: what is held of a person, for her to see and to end
        services.TryAddSingleton(new RetentionOptions());
        services.AddSingleton<Departure>().AddSingleton<Withdrawal>().AddSingleton<Forgetting>();
        services.AddSingleton<Purge>().AddForm<PhoneForm>();
        services.AddSingleton<MyDataCommand>();
        services.AddSingleton<ICommand>(provider => provider.GetRequiredService<MyDataCommand>());
        services.AddSingleton<IPreparation>(provider => provider.GetRequiredService<MyDataCommand>());
        services.AddSingleton<MyDataActions>();
        services.AddSingleton<IAction>(provider => provider.GetRequiredService<MyDataActions>());
        services.AddSingleton<IPreparation>(provider => provider.GetRequiredService<MyDataActions>());

        // Advice: a school asks, whoever helps it answers
        services
            .AddSingleton<HelpTerms>()
            .AddSingleton<HelpDesk>()
            .AddForm<AskForm>()
            .AddForm<AnswerForm>()
            .AddAction<AdviceActions>()
            .AddAction<WaitingAction>();
        services.TryAddSingleton<AdviceOptions>();

        // Events
        services.AddSingleton<EventTypes>();
        services.AddSingleton<ReportFields>().AddSingleton<ReportSentences>();
        services.AddSingleton<UnusedEvidence>();
        services.AddSingleton<IUnusedFiles>(provider => provider.GetRequiredService<UnusedEvidence>());
        services.TryAddSingleton<ReviewOptions>();
        services.AddSingleton<Reviewing>();
        services.AddSingleton<Mending>().AddSingleton<Reopening>().AddForm<ReturnForm>();
        services.AddAction<ReviewActions>().AddAction<CoverageAction>();
        services.AddForm<ReportForm>();
        services.AddSingleton<ReportCommand>();
        services.AddSingleton<IAction>(provider => provider.GetRequiredService<ReportCommand>());
        services.AddAction<EventsAction>();
        services.AddSingleton<PlanTimes>().AddSingleton<PlanChanges>();
        services.AddForm<PlanForm>().AddForm<MovePlanForm>().AddForm<DropPlanForm>().AddForm<NothingForm>();
        services.AddAction<PlanActions>().AddAction<PlanViews>();
        services.AddSingleton<IEditedLater, EditedReport>();

        // Registers, and the papers kept in them
        services.AddRegisters().AddProfiles().AddPapers();

        // Status
        services.AddSingleton<AnswerCache>().AddSingleton<NameAnswers>();
        services
            .AddSingleton<MunicipalityAnswers>()
            .AddSingleton<SchoolAnswers>()
            .AddSingleton<OverviewAnswers>();
        services.AddSingleton<DebtorAnswers>().AddSingleton<DebtorListAnswers>();
        services.AddAction<StatusButtons>().AddAction<DebtorsButtons>();

        // Reminders
        services.AddSingleton<IQuietHours, QuietHours>();
        services.TryAddSingleton(_ => WorkCalendar.BuiltIn());
        services.AddSingleton<ReminderPlan>().AddSingleton<Pulse>().AddSingleton<Wishes>();
        services
            .AddSingleton<Cards>()
            .AddSingleton<CardText>()
            .AddSingleton<Digest>()
            .AddSingleton<Closing>();
        services.AddForm<ProofForm>().AddForm<PauseForm>();
        services.AddAction<DoneAction>().AddAction<TomorrowAction>().AddAction<ConfirmDateAction>();
        services.AddAction<MorningActions>();
        services.AddSingleton<Reminding>();
        services.AddAction<RemindAction>().AddAction<ChooseAction>().AddAction<ListsAction>();

        // Schedule: looking into it and changing it
        services.AddSingleton<TaskChanges>().AddSingleton<SchedulePlanner>().AddSingleton<ScheduleImport>();
        services.AddSingleton<YearCopy>().AddSingleton<ScheduleTables>();
        services.AddSingleton<IPreparation>(provider => provider.GetRequiredService<ScheduleTables>());
        services.AddSingleton<ITableReader>(provider => provider.GetRequiredService<ScheduleTables>());
        services
            .AddAction<ScheduleFileActions>()
            .AddAction<ScheduleTableActions>()
            .AddAction<ScheduleTableCard>();
        services.AddForm<NewTaskForm>().AddForm<MoveTaskForm>().AddForm<CancelTaskForm>();
        services.AddForm<ExcuseForm>().AddForm<ReopenForm>();
        services.AddAction<TaskActions>().AddAction<TaskChangeActions>().AddAction<OwedActions>();

        // Agenda
        services.AddAction<AgendaAction>().AddAction<AgendaFileAction>();

        // Announcements
        services.AddSingleton<AnnouncementText>().AddSingleton<AnnouncementCards>();
        services.AddForm<AnnounceForm>();
        services.AddAction<AnnouncementActions>().AddAction<ReadAction>().AddAction<AccountAction>();

        // Audit
        services.AddSingleton<IWatch, ForgeryNotes>();
        services.AddAction<AuditActions>();

        // What becomes due with time, in the order of looking
        services.AddSingleton<Rounds>().AddSingleton<Isolated>().AddSingleton<Sweeper>();
        services
            .AddSweep<PlanUpkeep>()
            .AddSweep<ReminderSweep>()
            .AddSweep<OpeningSweep>()
            .AddSweep<OutageAccount>();
        services.AddSweep<DraftSweep>().AddSweep<AnnouncementSweep>().AddSweep<ReviewSweep>();
        services.AddSweep<HelpSweep>().AddSweep<PlanSweep>();

        // The menu, in its order
        services.AddSingleton<ICommand>(provider => provider.GetRequiredService<ReportCommand>());
        services.AddCommand<DraftsCommand>().AddCommand<TasksCommand>();
        services.AddSingleton<StatusCommand>();
        services.AddSingleton<ICommand>(provider => provider.GetRequiredService<StatusCommand>());
        services
            .AddCommand<DebtorsCommand>()
            .AddCommand<EventsCommand>()
            .AddCommand<RegistersCommand>()
            .AddCommand<PlanCommand>()
            .AddCommand<ScheduleCommand>()
            .AddCommand<CalendarCommand>();
        services
            .AddCommand<AskCommand>()
            .AddCommand<PeopleCommand>()
            .AddCommand<AnnounceCommand>()
            .AddCommand<InviteCommand>()
            .AddCommand<RosterCommand>()
            .AddCommand<AuditCommand>()
            .AddCommand<MeCommand>()
            .AddCommand<HelpCommand>()
            .AddCommand<StartCommand>();

        // What nobody asked for: the first that understands it answers
        services.AddSingleton<IUnasked, UnreadTable>();
        services.AddSingleton<IUnasked, RosterDocument>().AddSingleton<IUnasked, ScheduleDocument>();
        services.AddSingleton<IUnasked, RegisterDocument>();
        services.AddSingleton<IUnasked, StrayFile>().AddSingleton<IUnasked, ToldReport>();
        services.AddSingleton<IUnasked, TypedName>();
        services.AddSingleton<IUnasked, Hint>();

        return services;
    }

    private static IServiceCollection AddCommand<T>(this IServiceCollection services)
        where T : class, ICommand => services.AddSingleton<ICommand, T>();

    private static IServiceCollection AddAction<T>(this IServiceCollection services)
        where T : class, IAction => services.AddSingleton<IAction, T>();

    private static IServiceCollection AddSweep<T>(this IServiceCollection services)
        where T : class, ISweep =>
        services.AddSingleton<T>().AddSingleton<ISweep>(provider => provider.GetRequiredService<T>());

    private static IServiceCollection AddForm<T>(this IServiceCollection services)
        where T : Form =>
        services.AddSingleton<T>().AddSingleton<Form>(provider => provider.GetRequiredService<T>());
}
