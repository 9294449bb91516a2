using CuratorBot.Messaging;

namespace CuratorBot.Tests.Support;

/// <summary>What one run of the bot reaches the messenger by. Once it is cut, nothing goes out and nothing comes back.</summary>
internal sealed class Line(FakeChannel channel) : IChannel
{
    private int _isCut;

    public string Name => channel.Name;

    /// <summary>False when it was cut before.</summary>
    public bool Cut() => Interlocked.Exchange(ref _isCut, 1) == 0;

    public async ValueTask<DeliveryOutcome> Deliver(
        long chatId,
        OutgoingMessage message,
        long? targetMessageId,
        CancellationToken cancellation
    )
    {
        await WaitWhereCut(cancellation);
        return await channel.Deliver(chatId, message, targetMessageId, cancellation);
    }

    public async ValueTask<DeliveryOutcome> AnswerPress(
        string pressId,
        string? toast,
        CancellationToken cancellation
    )
    {
        await WaitWhereCut(cancellation);
        return await channel.AnswerPress(pressId, toast, cancellation);
    }

    public async ValueTask<DownloadOutcome> Download(
        string fileId,
        Stream target,
        long limit,
        CancellationToken cancellation
    )
    {
        await WaitWhereCut(cancellation);
        return await channel.Download(fileId, target, limit, cancellation);
    }

    private Task WaitWhereCut(CancellationToken cancellation) =>
        Volatile.Read(ref _isCut) == 0
            ? Task.CompletedTask
            : Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellation);
}
