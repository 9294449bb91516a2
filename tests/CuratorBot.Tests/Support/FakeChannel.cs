using System.Collections.Concurrent;
using CuratorBot.Messaging;

namespace CuratorBot.Tests.Support;

/// <param name="MessageId">The message as it now stands in the chat; an edit keeps the id.</param>
public sealed record Heard(long ChatId, long MessageId, OutgoingMessage Message);

/// <summary>The far side of the port: keeps what each chat shows and answers as it is told.</summary>
public sealed class FakeChannel : IChannel
{
    private long _lastMessageId = 5000;

    public ConcurrentQueue<Heard> Heard { get; } = new();
    public ConcurrentQueue<(string PressId, string? Toast)> Toasts { get; } = new();

    /// <summary>What stands in the chats by message id: the newest text and buttons.</summary>
    public ConcurrentDictionary<(long Chat, long Message), OutgoingMessage> Shown { get; } = new();

    /// <summary>Lets a test refuse a delivery; null delivers.</summary>
    public Func<long, OutgoingMessage, DeliveryOutcome?> Refuse { get; set; } = (_, _) => null;

    /// <summary>Contents of the files that people sent, by file id; of others nothing can be downloaded.</summary>
    public ConcurrentDictionary<string, byte[]> Files { get; } = new();

    /// <summary>Lets a test refuse a download; null gives the file.</summary>
    public Func<string, DownloadOutcome?> RefuseDownload { get; set; } = _ => null;

    public string Name => "telegram";

    public ValueTask<DeliveryOutcome> Deliver(
        long chatId,
        OutgoingMessage message,
        long? targetMessageId,
        CancellationToken cancellation
    )
    {
        if (Refuse(chatId, message) is { } refused)
            return new(refused);
        var id = targetMessageId ?? Interlocked.Increment(ref _lastMessageId);
        Shown.AddOrUpdate(
            (chatId, id),
            message,
            (_, before) =>
                message.Kind == OutgoingKind.EditChoices ? before with { Choices = message.Choices } : message
        );
        Heard.Enqueue(new Heard(chatId, id, message));
        return new(new DeliveryOutcome.Delivered(id));
    }

    public ValueTask<DeliveryOutcome> AnswerPress(
        string pressId,
        string? toast,
        CancellationToken cancellation
    )
    {
        Toasts.Enqueue((pressId, toast));
        return new(new DeliveryOutcome.Delivered(null));
    }

    public async ValueTask<DownloadOutcome> Download(
        string fileId,
        Stream target,
        long limit,
        CancellationToken cancellation
    )
    {
        if (RefuseDownload(fileId) is { } refused)
            return refused;
        if (!Files.TryGetValue(fileId, out var content))
            return new DownloadOutcome.Gone();
        if (content.Length > limit)
            return new DownloadOutcome.TooBig();
        await target.WriteAsync(content, cancellation);
        return new DownloadOutcome.Done(content.Length);
    }
}
