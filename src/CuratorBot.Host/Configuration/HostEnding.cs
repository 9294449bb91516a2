using CuratorBot.Host.CommandLine;

namespace CuratorBot.Host.Configuration;

internal static class HostEnding
{
    /// <summary>What the process ends with: 0 only when it was asked to stop, so that a supervisor starts it again.</summary>
    public static int CodeOf(IServiceProvider services) =>
        services
            .GetServices<IHostedService>()
            .OfType<BackgroundService>()
            .Any(service => service.ExecuteTask is { IsFaulted: true })
            ? ExitCodes.Failed
            : ExitCodes.Ok;
}
