using CuratorBot.Conversations.Arriving;
using Microsoft.Extensions.DependencyInjection;

namespace CuratorBot.Importing;

internal static class ImportingSetup
{
    /// <summary>Tables that people send: what all kinds of them share.</summary>
    public static IServiceCollection AddImporting(this IServiceCollection services) =>
        services
            .AddSingleton<ImportDesk>()
            .AddSingleton<OperatorImport>()
            .AddAs<IPreparation, SentTables>()
            .AddAs<IPreparation, RereadTables>()
            .AddAction<ImportActions>();
}
