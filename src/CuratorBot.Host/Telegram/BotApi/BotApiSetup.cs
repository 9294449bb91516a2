using CuratorBot.Condition;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace CuratorBot.Host.Telegram.BotApi;

public static class BotApiSetup
{
    /// <summary>The options, checked before the host starts, and one client for the whole process.</summary>
    public static IServiceCollection AddBotApi(this IServiceCollection services)
    {
        services.AddOptions<TelegramOptions>().BindConfiguration(TelegramOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<TelegramOptions>, TelegramOptionsValidator>();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(provider => new BotApiClient(
            () => provider.GetRequiredService<IOptions<TelegramOptions>>().Value,
            provider.GetRequiredService<ILogger<BotApiClient>>(),
            provider.GetRequiredService<TimeProvider>(),
            gate: new TokenGate(provider.GetRequiredService<TimeProvider>(), provider.GetService<Troubles>())
        ));
        return services;
    }
}
