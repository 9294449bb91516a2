using System.Net;

namespace CuratorBot.Host.Telegram.BotApi.Wire;

/// <summary>
/// A body that knows whether the server can have received it. It is written at most once: where the connection
/// pool would quietly repeat a request on another connection, it fails instead, because a repeated
/// sendMessage is a second message.
/// </summary>
internal abstract class RequestBody : HttpContent
{
    private int started;

    /// <summary>
    /// The last byte was handed to a connection, successfully or not. While this is false, the server cannot
    /// have had a whole request.
    /// </summary>
    public bool MayHaveArrived { get; private set; }

    protected RequestBody(string contentType) => Headers.TryAddWithoutValidation("Content-Type", contentType);

    /// <summary>Writes all bytes, and calls <see cref="LastBytesFollow"/> just before the last of them.</summary>
    protected abstract Task Write(Stream connection, CancellationToken cancel);

    protected void LastBytesFollow() => MayHaveArrived = true;

    protected sealed override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected sealed override Task SerializeToStreamAsync(
        Stream stream,
        TransportContext? context,
        CancellationToken cancellationToken
    ) =>
        Interlocked.Exchange(ref started, 1) is 0
            ? Write(stream, cancellationToken)
            : throw new HttpRequestException("A request is written once only.");
}
