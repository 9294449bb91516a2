using CuratorBot.Data;
using CuratorBot.Files;
using CuratorBot.Messaging.Sending;

namespace CuratorBot.Messaging;

/// <summary>What became of fetching a file that a person sent.</summary>
public abstract record FetchOutcome
{
    public sealed record Fetched(StoredFile File) : FetchOutcome;

    /// <summary>Larger than allowed, or than the messenger hands out.</summary>
    public sealed record TooBig : FetchOutcome;

    /// <summary>The messenger does not have it any more; she must send it again.</summary>
    public sealed record Gone : FetchOutcome;

    /// <summary>The messenger, the network or the disk did not do it in several tries.</summary>
    public sealed record Failed(string Reason) : FetchOutcome;
}

/// <summary>
/// Fetches what people sent into the <see cref="FileStore"/>. Never within a turn, which holds the one writer
/// while the network takes its time: see <see cref="Conversations.IPreparation"/>.
/// </summary>
public sealed class IncomingFiles(
    IEnumerable<IChannel> channels,
    Outbox outbox,
    FileStore store,
    RealTime time
)
{
    private static readonly TimeSpan[] PausesBeforeRetry = [TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(4)];
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    /// <param name="channel">Name of the channel that the file came through.</param>
    /// <param name="limit">In bytes.</param>
    /// <exception cref="OperationCanceledException">The bot is stopping.</exception>
    public async Task<FetchOutcome> Fetch(
        string channel,
        IncomingFile file,
        Keeping keeping,
        long limit,
        CancellationToken cancellation
    )
    {
        if (file.Size > limit)
            return new FetchOutcome.TooBig();
        var from = channels.Single(one => one.Name == channel);
        for (var attempt = 0; ; attempt++)
        {
            if (outbox.BotPauseLeft is { Ticks: > 0 } left)
            {
                if (left > LongestPause)
                    return new FetchOutcome.Failed("the messenger wants a pause");
                await time.Delay(left, cancellation);
            }
            var (stored, outcome) = await Try(from, file, keeping, limit, cancellation);
            switch (outcome)
            {
                case DownloadOutcome.Done when stored is not null:
                    return new FetchOutcome.Fetched(stored);
                case DownloadOutcome.TooBig:
                    return new FetchOutcome.TooBig();
                case DownloadOutcome.Gone:
                    return new FetchOutcome.Gone();
            }
            if (outcome is DownloadOutcome.RetryAfter retry)
                outbox.NoteRefused(channel, retry.Pause);
            if (attempt == PausesBeforeRetry.Length)
                return new FetchOutcome.Failed(outcome.ToString());
            await time.Delay(PausesBeforeRetry[attempt], cancellation);
        }
    }

    private async Task<(StoredFile?, DownloadOutcome)> Try(
        IChannel from,
        IncomingFile file,
        Keeping keeping,
        long limit,
        CancellationToken cancellation
    )
    {
        DownloadOutcome outcome = new DownloadOutcome.Failed("not begun");
        try
        {
            var stored = await store.Fill(
                keeping,
                async target =>
                {
                    outcome = await from.Download(file.Id, target, limit, cancellation);
                    return outcome is DownloadOutcome.Done;
                }
            );
            return (stored, outcome);
        }
        catch (IOException error)
        {
            return (null, new DownloadOutcome.Failed(error.GetType().Name));
        }
    }
}
