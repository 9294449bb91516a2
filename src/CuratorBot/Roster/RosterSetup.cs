using CuratorBot.Conversations.Arriving;
using CuratorBot.Roster.SchoolList;
using Microsoft.Extensions.DependencyInjection;

namespace CuratorBot.Roster;

internal static class RosterSetup
{
    /// <summary>Whom coordinators expect.</summary>
    public static IServiceCollection AddRoster(this IServiceCollection services)
    {
        services.AddSingleton<SchoolsByOperator>();
        services.AddSingleton<RosterDesk>().AddSingleton<RosterImport>().AddSingleton<RosterByOperator>();
        services.AddAs<IPreparation, RosterPreparation>().AddAs<ITableReader, RosterPreparation>();
        services.AddAction<RosterFilesAction>().AddAction<RosterActions>();
        return services;
    }
}
