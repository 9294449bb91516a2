using System.Text.Json;
using Telegram.Bot.Types;

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

    /// <summary>Of the messages of an album only the ids, in order, as far as the answer came.</summary>
    public static readonly AnswerReader<long[]> MessageIds = TryReadMessageIds;

    /// <summary>The whole answer; of messages, though, the ids and no more.</summary>
    public static AnswerReader<T> Of<T>() => Whole<T>.Reader;

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

    private static bool TryReadMessageIds(ReadOnlySpan<byte> body, out long[] ids)
    {
        var found = new List<long>();
        try
        {
            var reader = new Utf8JsonReader(body);
            if (TryMoveToResult(ref reader) && reader.TokenType is JsonTokenType.StartArray)
                ReadIds(ref reader, found);
        }
        catch (Exception damaged) when (damaged is JsonException or InvalidOperationException)
        {
            // An album is sent whole or not at all: what was read of it says enough.
        }
        ids = [.. found];
        return ids.Length > 0;
    }

    private static void ReadIds(ref Utf8JsonReader messages, List<long> found)
    {
        while (messages.Read() && messages.TokenType is JsonTokenType.StartObject)
        {
            var message = messages;
            if (!TryMoveTo(ref message, "message_id"u8) || !message.TryGetInt64(out var id))
                return;
            found.Add(id);
            messages.Skip();
        }
    }

    private static bool TryRead<T>(ReadOnlySpan<byte> body, out T value)
    {
        value = default!;
        try
        {
            var reader = new Utf8JsonReader(body);
            if (!TryMoveToResult(ref reader))
                return false;
            value = JsonSerializer.Deserialize<T>(ref reader, TelegramJson.Options)!;
            return value is not null;
        }
        catch (Exception damaged) when (TelegramJson.IsOfParser(damaged))
        {
            return false;
        }
    }

    private static bool TryReadMessage(ReadOnlySpan<byte> body, out Message message)
    {
        message = null!;
        if (!TryReadMessageId(body, out var id) || id > int.MaxValue)
            return false;
        message = new Message { Id = (int)id };
        return true;
    }

    private static bool TryReadMessages(ReadOnlySpan<byte> body, out Message[] messages)
    {
        messages = [];
        if (!TryReadMessageIds(body, out var ids) || ids.Any(id => id > int.MaxValue))
            return false;
        messages = [.. ids.Select(id => new Message { Id = (int)id })];
        return true;
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

    private static class Whole<T>
    {
        public static readonly AnswerReader<T> Reader =
            (object)(AnswerReader<Message>)TryReadMessage as AnswerReader<T>
            ?? (object)(AnswerReader<Message[]>)TryReadMessages as AnswerReader<T>
            ?? (object)Done as AnswerReader<T>
            ?? TryRead;
    }
}
