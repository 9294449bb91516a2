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
        services.AddHostedService<BotWorker>();
        return services;
    }

    public static void UseTelegram(this WebApplication app)
    {
        var options = app.Services.GetRequiredService<IConfiguration>().GetSection(TelegramOptions.Section);
        if (options.Get<TelegramOptions>() is { Mode: TelegramMode.Webhook, Token.Length: > 0 } webhook)
            app.MapWebhook(webhook);
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
