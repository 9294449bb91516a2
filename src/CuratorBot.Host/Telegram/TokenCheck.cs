using CuratorBot.Host.CommandLine;
using CuratorBot.Host.Telegram.BotApi;

namespace CuratorBot.Host.Telegram;

/// <summary>
/// Before anything listens: a token that Telegram refuses ends the start. When Telegram is out of reach the host
/// starts all the same, and waits.
/// </summary>
public sealed class TokenCheck(TelegramLinks links) : IHostedLifecycleService
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <exception cref="RefusedException">The token is refused.</exception>
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        if (await Ask(cancellationToken) is BotApiFailure.Rejected { IsTokenRefused: true })
            throw new RefusedException(
                ExitCodes.BadSettings,
                "Telegram refuses Telegram:Token (401): take the present one from @BotFather."
            );
    }

    private async Task<BotApiFailure?> Ask(CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        try
        {
            return await links.Learn(patience.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return null; // no answer in time: polling finds out
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
