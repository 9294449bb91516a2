namespace CuratorBot.Tests.Support;

/// <summary>Waits for what other threads are about to bring about, and fails when it does not come.</summary>
internal static class Until
{
    public static async Task True(Func<bool> condition)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        using var look = new PeriodicTimer(TimeSpan.FromMilliseconds(1));
        while (!condition())
            await look.WaitForNextTickAsync(patience.Token);
    }
}
