using System.Text;

namespace CuratorBot.Texts;

public enum Style
{
    Bold = 1,
    Italic = 2,
}

/// <summary>A styled part of a text; offset and length in UTF-16 units, as the messengers count.</summary>
public sealed record Span(int Offset, int Length, Style Style);

/// <summary>
/// Text with styles beside it, never inside it, so that a name like «&lt;b&gt;» or «A&amp;B» is only a name.
/// </summary>
public sealed record RichText(string Text, IReadOnlyList<Span> Spans)
{
    public static readonly RichText Empty = new("", []);

    public int Length => Text.Length;

    public static implicit operator RichText(string text) => new(text, []);

    public static RichText Bold(string text) => new(text, [new Span(0, text.Length, Style.Bold)]);

    public static RichText operator +(RichText first, RichText second) =>
        new RichTextBuilder().Add(first).Add(second).Build();

    /// <summary>The parts one below the other.</summary>
    public static RichText Lines(params IEnumerable<RichText> lines) => Join("\n", lines);

    public static RichText Join(string separator, IEnumerable<RichText> parts)
    {
        var builder = new RichTextBuilder();
        foreach (var part in parts)
        {
            if (builder.Length > 0)
                builder.Add(separator);
            builder.Add(part);
        }
        return builder.Build();
    }

    /// <summary>The part from <paramref name="start"/> on, with the styles that reach into it.</summary>
    public RichText Slice(int start, int length)
    {
        var spans = Spans
            .Select(span =>
            {
                var from = Math.Max(span.Offset, start);
                var to = Math.Min(span.Offset + span.Length, start + length);
                return new Span(from - start, to - from, span.Style);
            })
            .Where(span => span.Length > 0);
        return new RichText(Text.Substring(start, length), [.. spans]);
    }

    public override string ToString() => Text;
}

/// <summary>Puts a <see cref="RichText"/> together from pieces.</summary>
public sealed class RichTextBuilder
{
    private readonly StringBuilder _text = new();
    private readonly List<Span> _spans = [];

    public int Length => _text.Length;

    public RichTextBuilder Add(string text)
    {
        _text.Append(text);
        return this;
    }

    public RichTextBuilder Add(RichText part)
    {
        foreach (var span in part.Spans)
            _spans.Add(span with { Offset = span.Offset + _text.Length });
        _text.Append(part.Text);
        return this;
    }

    public RichTextBuilder Line(RichText part)
    {
        if (_text.Length > 0)
            _text.Append('\n');
        return Add(part);
    }

    public RichTextBuilder EmptyLine() => Add("\n");

    public RichText Build() => new(_text.ToString(), [.. _spans]);
}
