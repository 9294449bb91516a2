using CuratorBot.Host.Configuration;
using CuratorBot.Host.Telegram.BotApi;
using CuratorBot.Messaging;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;

namespace CuratorBot.Host.Telegram;

public static class TelegramSetup
{
    /// <summary>Any token will do before a server of our own; it is no secret.</summary>
    private const string PlaygroundToken = "500000001:playground";

    public static IServiceCollection AddTelegram(this IServiceCollection services, HostSettings settings)
    {
        services.AddBotApi();
        if (settings.Playground)
            services
                .AddOptions<TelegramOptions>()
                .PostConfigure<IServer>(
                    (options, server) =>
                    {
                        options.Token = PlaygroundToken;
                        options.ApiBaseUrl = AddressOf(server) ?? options.ApiBaseUrl;
                    }
                );
        services.AddSingleton<IChannel, TelegramChannel>();
        services.AddSingleton<TelegramLinks>();
        services.AddSingleton<IBotLinks>(provider => provider.GetRequiredService<TelegramLinks>());
        services.AddSingleton<Fetching>();
        if (!settings.Playground)
            services.AddHostedService<TokenCheck>();
        services.AddHostedService<BotWorker>();
        return services;
    }

    /// <exception cref="OptionsValidationException">A setting cannot work; the message says which and why.</exception>
    public static void UseTelegram(this WebApplication app)
    {
        if (app.Services.GetRequiredService<HostSettings>().Playground)
            return;
        var options = app.Services.GetRequiredService<IOptions<TelegramOptions>>().Value;
        if (options.Mode == TelegramMode.Webhook)
            app.MapWebhook(options);
    }

    /// <summary>Where this process listens; null before it does.</summary>
    public static string? AddressOf(IServer server) =>
        server
            .Features.Get<IServerAddressesFeature>()
            ?.Addresses.FirstOrDefault(address =>
                address.StartsWith("http:", StringComparison.OrdinalIgnoreCase)
            )
            ?.Replace("//[::]:", "//127.0.0.1:", StringComparison.Ordinal)
            .Replace("//0.0.0.0:", "//127.0.0.1:", StringComparison.Ordinal)
            .TrimEnd('/');
}
