using CuratorBot.Host.Configuration;
using CuratorBot.Playground;
using CuratorBot.Seed;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.Extensions.Options;

namespace CuratorBot.Host.Demo;

/// <summary>The playground in this very process, when there is no token for the real Bot API.</summary>
public static class PlaygroundSetup
{
    /// <summary>
    /// Answers only under the names of this machine and those in AllowedHosts: a page elsewhere whose name is
    /// made to lead here (DNS rebinding) gets nothing.
    /// </summary>
    public static IServiceCollection AddPlayground(this IServiceCollection services, HostSettings settings) =>
        services
            .AddSingleton<IConfigureOptions<HostFilteringOptions>>(
                provider => new ConfigureOptions<HostFilteringOptions>(options =>
                    NameHosts(options, provider.GetRequiredService<IConfiguration>())
                )
            )
            .AddWorld(settings);

    private static void NameHosts(HostFilteringOptions options, IConfiguration configuration)
    {
        options.AllowEmptyHosts = false;
        options.AllowedHosts =
        [
            "localhost",
            "127.0.0.1",
            "[::1]",
            .. (configuration["AllowedHosts"] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries),
        ];
    }

    private static IServiceCollection AddWorld(this IServiceCollection services, HostSettings settings) =>
        services.AddSingleton(provider => new PlaygroundWorld(
            new PlaygroundOptions
            {
                Cast = [.. DemoCast.Members.Select(Phone)],
                Clock = provider.GetRequiredService<TimeProvider>(),
                ClockUrl = settings.DemoClock ? "/demo/clock" : null,
                DataDirectory = Path.Combine(settings.DataDirectory, "playground"),
                StateFile = Path.Combine(settings.DataDirectory, "playground.json"),
                BotName = "CuratorBot",
                BotUsername = "curator_bot",
                Title = "CuratorBot",
            }
        ));

    private static PlaygroundPerson Phone(CastMember member) =>
        new(
            member.AccountId,
            member.FirstName,
            member.LastName,
            member.Caption,
            PhoneNumber: $"+7900000{member.AccountId}",
            HasStarted: member.Roles.Length > 0
        );
}
