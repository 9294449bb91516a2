using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace CuratorBot.Playground.BotApi;

/// <summary>Turns the Bot API's HTML into plain text and entities, with the official complaints.</summary>
internal sealed class HtmlText
{
    private readonly string _html;
    private readonly StringBuilder _text = new();
    private readonly Stack<OpenTag> _open = new();
    private readonly List<(int Offset, int Length, OpenTag Tag)> _found = [];
    private int _at;

    private HtmlText(string html) => _html = html;

    private sealed record OpenTag(string Name, string Type, int Offset, string? Url, string? Language);

    /// <returns>The text and a JSON array of entities, which is null when there are none.</returns>
    public static (string Text, string? Entities) Parse(string html)
    {
        var parser = new HtmlText(html);
        parser.Read();
        return (parser._text.ToString(), parser.EntitiesJson());
    }

    private static BotApiException Bad(string what) =>
        BotApiException.BadRequest($"can't parse entities: {what}");

    private int ByteOffset(int index) => Encoding.UTF8.GetByteCount(_html.AsSpan(0, index));

    private void Read()
    {
        while (_at < _html.Length)
        {
            if (_html[_at] == '<')
                ReadTag();
            else if (_html[_at] == '&')
                ReadCharacter();
            else
                _text.Append(_html[_at++]);
        }
        if (_open.TryPeek(out var left))
            throw Bad($"Can't find end tag corresponding to start tag \"{left.Name}\"");
    }

    private void ReadTag()
    {
        var start = _at;
        var end = _html.IndexOf('>', start);
        if (end < 0)
            throw Bad($"Unclosed start tag at byte offset {ByteOffset(start)}");
        var inside = _html[(start + 1)..end].Trim();
        _at = end + 1;
        if (inside.StartsWith('/'))
            Close(inside[1..].Trim().ToLowerInvariant(), start);
        else
            Open(inside, start);
    }

    private void Open(string inside, int start)
    {
        var space = inside.AsSpan().IndexOfAny(" \t\n\r");
        var name = (space < 0 ? inside : inside[..space]).ToLowerInvariant();
        var attributes = space < 0 ? "" : inside[space..];
        var type =
            TypeOf(name, attributes)
            ?? throw Bad($"Unsupported start tag \"{name}\" at byte offset {ByteOffset(start)}");
        var language =
            Attribute(attributes, "class") is { } css && css.StartsWith("language-", StringComparison.Ordinal)
                ? css["language-".Length..]
                : null;
        _open.Push(new OpenTag(name, type, _text.Length, Attribute(attributes, "href"), language));
    }

    private static string? TypeOf(string name, string attributes) =>
        name switch
        {
            "b" or "strong" => "bold",
            "i" or "em" => "italic",
            "u" or "ins" => "underline",
            "s" or "strike" or "del" => "strikethrough",
            "code" => "code",
            "pre" => "pre",
            "a" => "text_link",
            "tg-spoiler" => "spoiler",
            "span" when Attribute(attributes, "class") is "tg-spoiler" => "spoiler",
            "blockquote" => attributes.Contains("expandable", StringComparison.Ordinal)
                ? "expandable_blockquote"
                : "blockquote",
            "tg-emoji" => "custom_emoji",
            _ => null,
        };

    private static string? Attribute(string attributes, string name)
    {
        var at = attributes.IndexOf(name + "=", StringComparison.OrdinalIgnoreCase);
        if (at < 0)
            return null;
        var value = attributes[(at + name.Length + 1)..];
        if (value.Length > 0 && value[0] is '"' or '\'')
        {
            var end = value.IndexOf(value[0], 1);
            value = end < 0 ? value[1..] : value[1..end];
        }
        return System.Net.WebUtility.HtmlDecode(value);
    }

    private void Close(string name, int start)
    {
        if (!_open.TryPop(out var tag))
            throw Bad($"Unexpected end tag at byte offset {ByteOffset(start)}");
        if (name.Length > 0 && !string.Equals(tag.Name, name, StringComparison.Ordinal))
        {
            throw Bad(
                $"Unmatched end tag at byte offset {ByteOffset(start)}, expected \"</{tag.Name}>\", found \"</{name}>\""
            );
        }
        var length = _text.Length - tag.Offset;
        if (length > 0 && (tag.Type is not "text_link" || tag.Url is { Length: > 0 }))
            _found.Add((tag.Offset, length, tag));
    }

    private void ReadCharacter()
    {
        var end = _html.IndexOf(';', _at);
        if (end > 0 && end - _at <= 10 && Decode(_html[(_at + 1)..end]) is { } character)
        {
            _text.Append(character);
            _at = end + 1;
        }
        else
        {
            _text.Append(_html[_at++]);
        }
    }

    private static string? Decode(string name) =>
        name switch
        {
            "lt" => "<",
            "gt" => ">",
            "amp" => "&",
            "quot" => "\"",
            ['#', 'x' or 'X', .. var hex] => Rune(hex, NumberStyles.AllowHexSpecifier),
            ['#', .. var digits] => Rune(digits, NumberStyles.None),
            _ => null,
        };

    private static string? Rune(string digits, NumberStyles style) =>
        int.TryParse(digits, style, CultureInfo.InvariantCulture, out var code)
        && System.Text.Rune.IsValid(code)
            ? new Rune(code).ToString()
            : null;

    private string? EntitiesJson()
    {
        if (_found.Count == 0)
            return null;
        var buffer = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(buffer);
        json.WriteStartArray();
        foreach (
            var (offset, length, tag) in _found
                .OrderBy(entity => entity.Offset)
                .ThenByDescending(e => e.Length)
        )
        {
            json.WriteStartObject();
            json.WriteString("type", tag.Type);
            json.WriteNumber("offset", offset);
            json.WriteNumber("length", length);
            if (tag.Type is "text_link")
                json.WriteString("url", tag.Url);
            if (tag.Type is "pre" && tag.Language is not null)
                json.WriteString("language", tag.Language);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.Flush();
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
