using CuratorBot.Conversations.Drafts;
using CuratorBot.Reminders.Daily;
using CuratorBot.Reminders.Debtors;
using CuratorBot.Reminders.Outages;
using Microsoft.Extensions.DependencyInjection;

namespace CuratorBot.Reminders;

internal static class RemindersSetup
{
    /// <summary>What is said of deadlines, when, and to whom.</summary>
    public static IServiceCollection AddReminders(this IServiceCollection services)
    {
        services.AddSingleton<IQuietHours, QuietHours>();
        services.AddSingleton<ReminderPlan>().AddSingleton<Pulse>().AddSingleton<Wishes>();
        services.AddSingleton<Cards>().AddSingleton<CardText>().AddSingleton<Digest>();
        services.AddSingleton<Closing>().AddSingleton<Reminding>().AddSingleton<Handover>();
        services.AddForm<ProofForm>().AddForm<PauseForm>();
        services.AddAction<TomorrowAction>().AddAction<MorningActions>();
        services.AddAction<RemindAction>().AddAction<ChooseAction>().AddAction<ListsAction>();
        return services;
    }
}
