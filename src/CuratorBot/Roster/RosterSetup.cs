using CuratorBot.Importing;
using Microsoft.Extensions.DependencyInjection;

namespace CuratorBot.Roster;

internal static class RosterSetup
{
    /// <summary>Whom coordinators expect.</summary>
    public static IServiceCollection AddRoster(this IServiceCollection services) =>
        services.AddAs<TableImport, RosterImport>().AddAction<RosterFilesAction>();
}
