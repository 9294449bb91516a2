using CuratorBot.Host.CommandLine;

namespace CuratorBot.Host.Configuration;

internal static class HostEnding
{
    /// <summary>Whether it runs: not when it was asked to stop before it had started, which is no error.</summary>
    public static async Task<bool> Start(WebApplication app)
    {
        try
        {
            await app.StartAsync();
            return true;
        }
        catch (OperationCanceledException) when (app.Lifetime.ApplicationStopping.IsCancellationRequested)
        {
            await app.DisposeAsync();
            return false;
        }
    }

    /// <summary>What the process ends with: 0 only when it was asked to stop, so that a supervisor starts it again.</summary>
    public static int CodeOf(IServiceProvider services) =>
        services
            .GetServices<IHostedService>()
            .OfType<BackgroundService>()
            .Any(service => service.ExecuteTask is { IsFaulted: true })
            ? ExitCodes.Failed
            : ExitCodes.Ok;
}
