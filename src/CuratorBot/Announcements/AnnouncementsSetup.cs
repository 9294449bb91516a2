using Microsoft.Extensions.DependencyInjection;

namespace CuratorBot.Announcements;

internal static class AnnouncementsSetup
{
    public static IServiceCollection AddAnnouncements(this IServiceCollection services)
    {
        services.AddSingleton<AnnouncementText>().AddSingleton<AnnouncementCards>();
        services.AddForm<AnnounceForm>();
        services.AddAction<AnnouncementActions>().AddAction<ReadAction>().AddAction<AccountAction>();
        return services;
    }
}
