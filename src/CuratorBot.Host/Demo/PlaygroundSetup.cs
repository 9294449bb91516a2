using CuratorBot.Host.Configuration;
using CuratorBot.Playground;
using CuratorBot.Seed;

namespace CuratorBot.Host.Demo;

/// <summary>The playground in this very process, when there is no token for the real Bot API.</summary>
public static class PlaygroundSetup
{
    public static IServiceCollection AddPlayground(this IServiceCollection services, HostSettings settings) =>
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
