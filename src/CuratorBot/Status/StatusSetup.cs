using CuratorBot.Status.Debtors;
using CuratorBot.Status.Documents;
using Microsoft.Extensions.DependencyInjection;

namespace CuratorBot.Status;

internal static class StatusSetup
{
    /// <summary>How far everybody is, and who owes what.</summary>
    public static IServiceCollection AddStatus(this IServiceCollection services)
    {
        services.AddSingleton<StatusReads>().AddSingleton<StatusProjector>();
        services.AddSingleton<AnswerCache>().AddSingleton<NameAnswers>();
        services.AddSingleton<MunicipalityAnswers>().AddSingleton<SchoolAnswers>();
        services.AddSingleton<OverviewAnswers>();
        services.AddSingleton<DebtorAnswers>().AddSingleton<DebtorListAnswers>();
        services.AddSingleton<StatusCommand>();
        services.AddAction<StatusButtons>().AddAction<DebtorsButtons>();
        return services;
    }
}
