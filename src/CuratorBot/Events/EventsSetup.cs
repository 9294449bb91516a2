using CuratorBot.Conversations.Arriving;
using CuratorBot.Conversations.Turns;
using CuratorBot.Events.Coverage;
using CuratorBot.Events.Listing;
using CuratorBot.Events.Planning;
using CuratorBot.Events.Reporting;
using CuratorBot.Events.Reporting.Evidence;
using CuratorBot.Events.Review;
using CuratorBot.Events.Sentences;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CuratorBot.Events;

internal static class EventsSetup
{
    /// <summary>Reports of events, their review, and what is planned.</summary>
    public static IServiceCollection AddEvents(this IServiceCollection services)
    {
        services.AddSingleton<EventTypes>().AddSingleton<ReportFields>().AddSingleton<ReportSentences>();
        services.AddAs<IUnusedFiles, UnusedEvidence>();
        services.AddForm<ReportForm>().AddAction<ReportCommand>().AddAction<EventsAction>();

        services.TryAddSingleton<ReviewOptions>();
        services.AddSingleton<Reviewing>().AddSingleton<Mending>().AddSingleton<Reopening>();
        services.AddForm<ReturnForm>().AddAction<ReviewActions>().AddAction<CoverageAction>();
        services.AddSingleton<IEditedLater, EditedReport>();

        services.AddSingleton<PlanTimes>().AddSingleton<PlanChanges>();
        services.AddForm<PlanForm>().AddForm<MovePlanForm>().AddForm<DropPlanForm>();
        services.AddForm<NothingForm>().AddAction<PlanActions>().AddAction<PlanViews>();
        return services;
    }
}
