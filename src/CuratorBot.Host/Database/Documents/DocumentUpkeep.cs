using CuratorBot.Data;
using CuratorBot.Status.Documents;
using CuratorBot.Sweeping;

namespace CuratorBot.Host.Database.Documents;

/// <summary>Lets the documents follow the facts while the host runs, in at most a fifth of one core's time.</summary>
internal sealed class DocumentUpkeep(StatusProjector projector, RealTime time, Isolated isolated)
    : BackgroundService
{
    private static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        await isolated.Run("status documents", projector.Open, stoppingToken);
        while (true)
        {
            var began = time.Elapsed;
            await isolated.Run("status documents", () => projector.CatchUp(stoppingToken), stoppingToken);
            var pause = (time.Elapsed - began) * 4;
            await time.Delay(
                pause < ShortestPause ? ShortestPause
                    : pause > LongestPause ? LongestPause
                    : pause,
                stoppingToken
            );
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await isolated.Run("status documents", projector.Close, cancellationToken);
    }
}
