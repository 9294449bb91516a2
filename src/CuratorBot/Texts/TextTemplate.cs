using System.Globalization;

namespace CuratorBot.Texts;

/// <summary>
/// One text of a locale file, read once. <c>{name}</c> is a value, <c>{n|день|дня|дней}</c> the word that
/// fits the number, <c>{date:dotted}</c> a date in a form, <c>&lt;b&gt;…&lt;/b&gt;</c> and
/// <c>&lt;i&gt;…&lt;/i&gt;</c> a style.
/// </summary>
internal sealed class TextTemplate
{
    private readonly List<Piece> _pieces = [];

    private sealed record Piece(
        string Literal,
        string? Name,
        string? Format,
        string[]? Words,
        Style? Opens,
        Style? Closes
    );

    public static TextTemplate Parse(string source)
    {
        var template = new TextTemplate();
        var at = 0;
        while (at < source.Length)
            at = template.ReadPiece(source, at);
        return template;
    }

    public RichText Fill(IReadOnlyList<(string Name, object? Value)> values)
    {
        var text = new RichTextBuilder();
        var spans = new List<Span>();
        var open = new Stack<(Style Style, int From)>();
        foreach (var piece in _pieces)
        {
            if (piece.Opens is { } opens)
                open.Push((opens, text.Length));
            else if (piece.Closes is not null && open.TryPop(out var started))
                spans.Add(new Span(started.From, text.Length - started.From, started.Style));
            else if (piece.Name is null)
                text.Add(piece.Literal);
            else
                text.Add(ValueOf(piece, values));
        }
        var filled = text.Build();
        return spans.Count == 0 ? filled : filled with { Spans = [.. filled.Spans, .. spans] };
    }

    private static RichText ValueOf(Piece piece, IReadOnlyList<(string Name, object? Value)> values)
    {
        foreach (var (name, value) in values)
        {
            if (name == piece.Name)
                return piece.Words is { } words
                    ? RussianPlural.Choose(value, words)
                    : Show(value, piece.Format);
        }
        throw new ArgumentException($"The text wants «{piece.Name}», which was not given.", nameof(values));
    }

    private static RichText Show(object? value, string? format) =>
        value switch
        {
            null => "",
            RichText rich => rich,
            string text => text,
            DateOnly date => RussianDates.Show(date, format),
            IFormattable number => number.ToString(format, CultureInfo.GetCultureInfo("ru-RU")),
            _ => value.ToString() ?? "",
        };

    private int ReadPiece(string source, int at)
    {
        if (source[at] == '{')
            return ReadValue(source, at);
        if (source[at] == '<' && TagAt(source, at) is { } tag)
        {
            _pieces.Add(tag.Piece);
            return at + tag.Length;
        }
        var end = at + 1;
        while (end < source.Length && source[end] is not ('{' or '<'))
            end++;
        _pieces.Add(new Piece(source[at..end], null, null, null, null, null));
        return end;
    }

    private int ReadValue(string source, int at)
    {
        var end = source.IndexOf('}', at);
        if (end < 0)
            throw new FormatException($"A brace is not closed in «{source}».");
        var inside = source[(at + 1)..end];
        var words = inside.Split('|');
        var named = words[0].Split(':', 2);
        _pieces.Add(
            new Piece(
                "",
                named[0],
                named.Length > 1 ? named[1] : null,
                words.Length > 1 ? words[1..] : null,
                null,
                null
            )
        );
        return end + 1;
    }

    private static (Piece Piece, int Length)? TagAt(string source, int at)
    {
        foreach (var (tag, style) in new[] { ("b", Style.Bold), ("i", Style.Italic) })
        {
            if (string.CompareOrdinal(source, at, $"<{tag}>", 0, 3) == 0)
                return (new Piece("", null, null, null, style, null), 3);
            if (string.CompareOrdinal(source, at, $"</{tag}>", 0, 4) == 0)
                return (new Piece("", null, null, null, null, style), 4);
        }
        return null;
    }
}
