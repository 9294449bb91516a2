using CuratorBot.Conversations.Turns;
using CuratorBot.Registers;
using CuratorBot.Sweeping;
using Microsoft.Extensions.DependencyInjection;

namespace CuratorBot.Papers;

internal static class PapersSetup
{
    public static IServiceCollection AddPapers(this IServiceCollection services) =>
        services
            .AddRegister<Agreements>()
            .AddRegister<Orders>()
            .AddSingleton<EnterOrderAction>()
            .AddSingleton<IAction>(provider => provider.GetRequiredService<EnterOrderAction>())
            .AddSingleton<IAction, MissingAgreementsAction>();
}
