namespace CuratorBot.Events.Sentences;

internal enum TokenKind
{
    Word,
    Number,
    Mark,
}

/// <summary>A word, a number or a mark of a sentence.</summary>
/// <param name="Text">In lower case, with «е» for «ё».</param>
/// <param name="Start">Place of its first character in the sentence.</param>
/// <param name="End">Place behind its last character.</param>
/// <param name="IsOrdinal">A number written as «3-я» or «15-го».</param>
internal sealed record Token(TokenKind Kind, string Text, int Start, int End, bool IsOrdinal)
{
    /// <summary>The part that a word has in all its case forms.</summary>
    public string Stem { get; } = Kind == TokenKind.Word ? WordStem.Of(Text) : Text;

    public bool IsWord => Kind == TokenKind.Word;

    /// <summary>Where one thing said ends and another begins.</summary>
    public bool EndsClause =>
        Kind == TokenKind.Mark && ",.;:!?—–()…\n-".Contains(Text, StringComparison.Ordinal);

    public bool EndsSentence => Kind == TokenKind.Mark && ".;!?…\n".Contains(Text, StringComparison.Ordinal);
}
