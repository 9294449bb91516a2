using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace CuratorBot.Playground.BotApi;

/// <summary>The body of one answer; pooled, so that a busy server makes no garbage for it.</summary>
internal sealed class BotReply
{
    private static readonly JsonWriterOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    private readonly ArrayBufferWriter<byte> _buffer = new(512);

    public BotReply() => Json = new Utf8JsonWriter(_buffer, Options);

    public Utf8JsonWriter Json { get; }

    /// <summary>For what is already serialised; flush <see cref="Json"/> before mixing the two.</summary>
    public IBufferWriter<byte> Raw => _buffer;

    public int Status { get; private set; } = 200;

    public ReadOnlyMemory<byte> Body => _buffer.WrittenMemory;

    /// <summary>Opens <c>{"ok":true,"result":</c>; the method writes the value.</summary>
    public void Begin()
    {
        Clear();
        Json.WriteStartObject();
        Json.WriteBoolean("ok"u8, true);
        Json.WritePropertyName("result"u8);
    }

    public void End()
    {
        Json.WriteEndObject();
        Json.Flush();
    }

    public void True() => Json.WriteBooleanValue(true);

    /// <summary>Throws away what was written and answers with the refusal.</summary>
    public void Refuse(BotApiException refusal)
    {
        Clear();
        Status = refusal.Code;
        Json.WriteStartObject();
        Json.WriteBoolean("ok"u8, false);
        Json.WriteNumber("error_code"u8, refusal.Code);
        Json.WriteString("description"u8, refusal.Message);
        if (refusal.RetryAfter is not null || refusal.MigrateToChatId is not null)
            WriteParameters(refusal);
        End();
    }

    public void Clear()
    {
        _buffer.ResetWrittenCount();
        Json.Reset();
        Status = 200;
    }

    private void WriteParameters(BotApiException refusal)
    {
        Json.WriteStartObject("parameters"u8);
        if (refusal.RetryAfter is { } seconds)
            Json.WriteNumber("retry_after"u8, seconds);
        if (refusal.MigrateToChatId is { } chat)
            Json.WriteNumber("migrate_to_chat_id"u8, chat);
        Json.WriteEndObject();
    }
}
