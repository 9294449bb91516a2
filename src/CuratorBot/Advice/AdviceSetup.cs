using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CuratorBot.Advice;

internal static class AdviceSetup
{
    /// <summary>A school asks, whoever helps it answers.</summary>
    public static IServiceCollection AddAdvice(this IServiceCollection services)
    {
        services.AddSingleton<HelpTerms>().AddSingleton<HelpDesk>();
        services.AddForm<AskForm>().AddForm<AnswerForm>();
        services.AddAction<AdviceActions>().AddAction<WaitingAction>();
        services.TryAddSingleton<AdviceOptions>();
        return services;
    }
}
