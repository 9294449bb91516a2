namespace CuratorBot.Host.Telegram.BotApi.Wire;

/// <summary>The form that Telegram.Bot makes of a request with new bytes, streamed.</summary>
internal sealed class UploadBody : RequestBody
{
    private readonly HttpContent _form;

    public UploadBody(HttpContent form)
        : base(form.Headers.ContentType!.ToString()) => _form = form;

    protected override async Task Write(Stream connection, CancellationToken cancel)
    {
        await using var counted = new CountedStream(
            connection,
            TryComputeLength(out var length) ? length : null,
            LastBytesFollow
        );
        await _form.CopyToAsync(counted, cancel);
        // Of a length that nobody knows the end is told by what the connection writes after this.
        LastBytesFollow();
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _form.Headers.ContentLength ?? 0;
        return _form.Headers.ContentLength is not null;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _form.Dispose();
        base.Dispose(disposing);
    }
}
