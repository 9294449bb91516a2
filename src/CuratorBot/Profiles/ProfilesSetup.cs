using CuratorBot.Papers;
using CuratorBot.Profiles.SchoolList;
using CuratorBot.Registers;
using Microsoft.Extensions.DependencyInjection;

namespace CuratorBot.Profiles;

internal static class ProfilesSetup
{
    public static IServiceCollection AddProfiles(this IServiceCollection services) =>
        services
            .AddSingleton<SchoolDuties>()
            .AddSingleton<SchoolsImport>()
            .AddSingleton<INamesOrders, ParticipationByOrder>()
            .AddRegister<SchoolProfiles>();
}
