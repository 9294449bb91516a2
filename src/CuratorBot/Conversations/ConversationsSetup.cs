using CuratorBot.Conversations.Arriving;
using CuratorBot.Conversations.Drafts;
using CuratorBot.Conversations.Forms;
using CuratorBot.Conversations.Limits;
using CuratorBot.Conversations.Turns;
using CuratorBot.Messaging.Receiving;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CuratorBot.Conversations;

internal static class ConversationsSetup
{
    public static IServiceCollection AddConversations(this IServiceCollection services)
    {
        services.AddSingleton<IMessageHandler, TurnRunner>();
        services.AddSingleton<Catalogue>().AddSingleton<Reception>().AddSingleton<PressReader>();
        services.AddSingleton<Interruption>();

        services.TryAddSingleton<DraftOptions>();
        services.AddSingleton<AllForms>().AddSingleton<DraftShelf>().AddSingleton<FormEngine>();
        services.AddAction<DraftActions>();

        services.TryAddSingleton<LimitsOptions>();
        services.AddSingleton<Manners>().AddSingleton<HeardToday>();

        // What is looked at before a turn begins, by the first that makes something of it
        services.TryAddSingleton<ILinkProbe, NoLinkProbe>();
        services.TryAddSingleton<EvidenceOptions>();
        services.AddSingleton<IPreparation, LinkPreparation>().AddSingleton<IPreparation, FileFetching>();
        return services;
    }
}
