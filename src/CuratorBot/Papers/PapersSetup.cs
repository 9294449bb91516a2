using CuratorBot.Registers;
using Microsoft.Extensions.DependencyInjection;

namespace CuratorBot.Papers;

internal static class PapersSetup
{
    public static IServiceCollection AddPapers(this IServiceCollection services) =>
        services.AddRegister<Agreements>().AddRegister<Orders>();
}
