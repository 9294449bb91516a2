using CuratorBot.Condition;
using CuratorBot.Messaging.Receiving;
using CuratorBot.Messaging.Sending;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CuratorBot.Messaging;

internal static class MessagingSetup
{
    /// <summary>What comes in and what goes out; the host brings the channels.</summary>
    public static IServiceCollection AddMessaging(this IServiceCollection services)
    {
        services.TryAddSingleton(_ => FailPoints.FromEnvironment());
        services.TryAddSingleton<IBotLinks, NoBotLinks>();
        services.AddSingleton<Troubles>().AddSingleton<Inbox>().AddSingleton<Outbox>();
        services.AddSingleton<IncomingFiles>();
        return services;
    }
}
