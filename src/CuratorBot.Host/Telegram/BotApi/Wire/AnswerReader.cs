using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace CuratorBot.Host.Telegram.BotApi.Wire;

/// <summary>Reads the value of a successful answer; false when the body says or is anything else.</summary>
internal delegate bool AnswerReader<T>(ReadOnlySpan<byte> body, out T value);

internal static class Answers
{
    /// <summary>
    /// Only <c>ok</c> and <c>result.message_id</c>, and no further: the id proves that the message exists,
    /// even if the rest of the answer was lost on the way.
    /// </summary>
    public static readonly AnswerReader<long> MessageId = TryReadMessageId;

    /// <summary>Only <c>ok</c>: the result is True, or an edited message that nobody asks for.</summary>
    public static readonly AnswerReader<bool> Done = TryReadOk;

    public static AnswerReader<T> Of<T>(JsonTypeInfo<T> type)
        where T : class => (ReadOnlySpan<byte> body, out T value) => TryRead(body, type, out value);

    private static bool TryReadMessageId(ReadOnlySpan<byte> body, out long id)
    {
        id = 0;
        try
        {
            var reader = new Utf8JsonReader(body);
            return TryMoveToResult(ref reader)
                && TryMoveTo(ref reader, "message_id"u8)
                && reader.TryGetInt64(out id);
        }
        catch (Exception damaged) when (damaged is JsonException or InvalidOperationException)
        {
            return false;
        }
    }

    private static bool TryReadOk(ReadOnlySpan<byte> body, out bool done)
    {
        done = false;
        try
        {
            var reader = new Utf8JsonReader(body);
            done = reader.Read() && TryMoveTo(ref reader, "ok"u8) && reader.TokenType is JsonTokenType.True;
            return done;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static bool TryRead<T>(ReadOnlySpan<byte> body, JsonTypeInfo<T> type, out T value)
        where T : class
    {
        value = null!;
        try
        {
            var reader = new Utf8JsonReader(body);
            if (!TryMoveToResult(ref reader))
                return false;
            value = JsonSerializer.Deserialize(ref reader, type)!;
            return value is not null;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static bool TryMoveToResult(ref Utf8JsonReader reader)
    {
        var ok = false;
        if (!reader.Read() || reader.TokenType is not JsonTokenType.StartObject)
            return false;
        while (reader.Read() && reader.TokenType is JsonTokenType.PropertyName)
        {
            if (ok && reader.ValueTextEquals("result"u8))
                return reader.Read();
            var isOk = reader.ValueTextEquals("ok"u8);
            reader.Read();
            ok |= isOk && reader.TokenType is JsonTokenType.True;
            if (!reader.TrySkip())
                return false;
        }

        return false;
    }

    /// <summary>From the start of an object to the value of its property.</summary>
    private static bool TryMoveTo(ref Utf8JsonReader reader, ReadOnlySpan<byte> property)
    {
        if (reader.TokenType is not JsonTokenType.StartObject)
            return false;
        while (reader.Read() && reader.TokenType is JsonTokenType.PropertyName)
        {
            var found = reader.ValueTextEquals(property);
            reader.Read();
            if (found)
                return true;
            if (!reader.TrySkip())
                return false;
        }

        return false;
    }
}
