using CuratorBot.Registers;
using Microsoft.Extensions.DependencyInjection;

namespace CuratorBot.Assets;

internal static class AssetsSetup
{
    public static IServiceCollection AddAssets(this IServiceCollection services) =>
        services.AddRegister<Resources>();
}
