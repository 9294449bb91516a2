using Microsoft.Extensions.DependencyInjection;

namespace CuratorBot.Agenda;

internal static class AgendaSetup
{
    public static IServiceCollection AddAgenda(this IServiceCollection services) =>
        services.AddAction<AgendaAction>().AddAction<AgendaFileAction>();
}
