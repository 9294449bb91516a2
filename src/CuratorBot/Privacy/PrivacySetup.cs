using CuratorBot.Conversations.Arriving;
using CuratorBot.Conversations.Turns;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CuratorBot.Privacy;

internal static class PrivacySetup
{
    /// <summary>What is held of a person, for her to see and to end.</summary>
    public static IServiceCollection AddPrivacy(this IServiceCollection services)
    {
        services.TryAddSingleton(new RetentionOptions());
        services.AddSingleton<Withdrawal>().AddSingleton<Forgetting>();
        services.AddSingleton<Purge>().AddForm<PhoneForm>();
        services.AddCommand<MyDataCommand>().AddAs<IPreparation, MyDataCommand>();
        services.AddAction<MyDataActions>().AddAs<IPreparation, MyDataActions>();
        return services;
    }
}
