using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Telegram.Bot.Requests.Abstractions;

namespace CuratorBot.Host.Telegram.BotApi.Wire;

/// <summary>A request in JSON, serialised into a pooled buffer and sent from there without a copy.</summary>
internal sealed class JsonBody : RequestBody
{
    private static readonly JsonWriterOptions Writing = new()
    {
        Encoder = TelegramJson.Encoder,
        SkipValidation = true,
    };

    [ThreadStatic]
    private static Utf8JsonWriter? _writerOfThisThread;

    private readonly PooledBytes _json = new(1024);
    private bool written;

    private JsonBody()
        : base("application/json") { }

    public ReadOnlySpan<byte> Json => _json.Span;

    public static JsonBody Of(IRequest request)
    {
        var body = new JsonBody();
        var writer = body.Begin();
        JsonSerializer.Serialize(writer, request, TelegramJson.TypeOf(request));
        End(writer);
        return body;
    }

    protected override async Task Write(Stream connection, CancellationToken cancel)
    {
        LastBytesFollow();
        await connection.WriteAsync(_json.Memory, cancel);
        written = true;
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _json.Length;
        return true;
    }

    protected override void Dispose(bool disposing)
    {
        // After a failed or abandoned write the connection may still hold the buffer: the pool must not have it.
        if (disposing && (written || !MayHaveArrived))
            _json.Dispose();
        base.Dispose(disposing);
    }

    [SuppressMessage("Reliability", "CA2000", Justification = "The writer lives as long as its thread.")]
    private Utf8JsonWriter Begin()
    {
        var writer = _writerOfThisThread ??= new Utf8JsonWriter(_json, Writing);
        writer.Reset(_json);
        return writer;
    }

    private static void End(Utf8JsonWriter writer)
    {
        writer.Flush();
        // Lets go of the buffer, so that it is not kept alive by an idle thread.
        writer.Reset(Stream.Null);
    }
}
