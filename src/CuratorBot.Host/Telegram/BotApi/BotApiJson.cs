using System.Buffers;
using System.Buffers.Text;
using System.Text.Json;
using CuratorBot.Host.Telegram.BotApi.Wire;
using Telegram.Bot.Types;

namespace CuratorBot.Host.Telegram.BotApi;

/// <summary>Takes a batch of updates apart, so that one that cannot be read spoils no other.</summary>
public static class BotApiJson
{
    private static readonly SearchValues<byte> Structure = SearchValues.Create("\"{}[]"u8);

    /// <summary>
    /// The updates of an answer to getUpdates, each as the bytes that came. Their insides are not looked at:
    /// even an update that is not valid JSON is delimited by its brackets.
    /// </summary>
    /// <exception cref="JsonException">The body is not a successful answer with a list.</exception>
    public static UpdateSlices SplitUpdates(ReadOnlyMemory<byte> body)
    {
        var updates = new List<ReadOnlyMemory<byte>>();
        var rest = body[StartOfList(body.Span)..];
        while (true)
        {
            rest = rest[Separators(rest.Span)..];
            if (rest.IsEmpty)
                return new UpdateSlices(updates, IsComplete: false);
            if (rest.Span[0] is (byte)']')
                return new UpdateSlices(updates, IsComplete: true);
            var length = LengthOfElement(rest.Span);
            if (length < 0)
                return new UpdateSlices(updates, IsComplete: false);
            updates.Add(rest[..length]);
            rest = rest[length..];
        }
    }

    /// <summary>As Telegram.Bot reads it, which leaves empty what is missing: that is refused here.</summary>
    /// <exception cref="JsonException">It is not an update: wrong types, missing ids, numbers beyond their range.</exception>
    public static Update ParseUpdate(ReadOnlySpan<byte> update)
    {
        try
        {
            var parsed = JsonSerializer.Deserialize<Update>(update, TelegramJson.Options);
            return parsed is not null && HasIds(parsed) && (parsed.Id != 0 || TryReadUpdateId(update, out _))
                ? parsed
                : throw new JsonException("An update lacks an id.");
        }
        catch (Exception error) when (error is not JsonException && TelegramJson.IsOfParser(error))
        {
            throw new JsonException("An update is of a kind that nobody knows.", error);
        }
    }

    /// <summary>What is left of one that <see cref="ParseUpdate"/> refuses, so that its sender is answered all the same.</summary>
    /// <exception cref="JsonException">There is no sender, no chat or no text to be read in it either.</exception>
    internal static LeanUpdate ParseLean(ReadOnlySpan<byte> update) =>
        JsonSerializer.Deserialize(update, BotApiJsonContext.Default.LeanUpdate)
        ?? throw new JsonException("An update is null.");

    private static bool HasIds(Update update) =>
        HasIds(update.Message)
        && HasIds(update.EditedMessage)
        && update.CallbackQuery is null or { Id: not null, From.Id: not 0 }
        && HasIds(update.CallbackQuery?.Message)
        && update.MyChatMember is null or { Chat.Id: not 0, From.Id: not 0 };

    private static bool HasIds(Message? message) =>
        message is null
        || message is { Id: not 0, Chat.Id: not 0, From: null or { Id: not 0 } }
            && (message.Photo is null || Array.TrueForAll(message.Photo, photo => photo?.FileId is not null))
            && message.Document is null or { FileId: not null };

    /// <summary>The id alone, also of most updates that <see cref="ParseUpdate"/> refuses.</summary>
    public static bool TryReadUpdateId(ReadOnlySpan<byte> update, out long updateId)
    {
        // Within a string the quotation marks would be escaped, so this is a property wherever it is found.
        var name = "\"update_id\""u8;
        updateId = 0;
        var at = update.IndexOf(name);
        if (at < 0)
            return false;
        var value = update[(at + name.Length)..].TrimStart(" \t\r\n:\""u8);
        return Utf8Parser.TryParse(value, out updateId, out var used) && !IsPartOfNumber(value[used..]);
    }

    private static bool IsPartOfNumber(ReadOnlySpan<byte> rest) =>
        !rest.IsEmpty && rest[0] is (byte)'.' or (byte)'e' or (byte)'E';

    private static int StartOfList(ReadOnlySpan<byte> body)
    {
        var reader = new Utf8JsonReader(body, isFinalBlock: false, state: default);
        if (!reader.Read() || reader.TokenType is not JsonTokenType.StartObject)
            throw new JsonException("The answer is not an object.");
        while (reader.Read() && reader.TokenType is JsonTokenType.PropertyName)
        {
            var isResult = reader.ValueTextEquals("result"u8);
            if (!reader.Read())
                break;
            if (isResult && reader.TokenType is JsonTokenType.StartArray)
                return (int)reader.BytesConsumed;
            if (!reader.TrySkip())
                break;
        }

        throw new JsonException("The answer holds no list.");
    }

    private static int Separators(ReadOnlySpan<byte> rest)
    {
        var at = rest.IndexOfAnyExcept(" \t\r\n,"u8);
        return at < 0 ? rest.Length : at;
    }

    /// <returns>−1 when the element does not end here.</returns>
    private static int LengthOfElement(ReadOnlySpan<byte> rest)
    {
        if (rest[0] is not ((byte)'{' or (byte)'[' or (byte)'"'))
            return rest.IndexOfAny(",]"u8);
        for (int at = 0, depth = 0; ; at++)
        {
            var step = rest[at..].IndexOfAny(Structure);
            if (step < 0)
                return -1;
            at += step;
            if (rest[at] is (byte)'"')
            {
                var end = EndOfString(rest[(at + 1)..]);
                if (end < 0)
                    return -1;
                at += 1 + end;
            }
            else
                depth += rest[at] is (byte)'{' or (byte)'[' ? 1 : -1;
            if (depth is 0)
                return at + 1;
        }
    }

    private static int EndOfString(ReadOnlySpan<byte> rest)
    {
        for (var at = 0; at < rest.Length; at += 2)
        {
            var step = rest[at..].IndexOfAny((byte)'"', (byte)'\\');
            if (step < 0)
                return -1;
            at += step;
            if (rest[at] is (byte)'"')
                return at;
        }

        return -1;
    }
}
