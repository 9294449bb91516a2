using System.Runtime.InteropServices;

namespace CuratorBot.Events.Sentences;

/// <summary>Part of a sentence: the tokens from one up to, and without, another.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Stretch(int From, int To)
{
    public bool Has(int at) => at >= From && at < To;
}

/// <summary>A sentence in tokens, with what of it has been understood so far.</summary>
internal sealed class Sentence
{
    private readonly bool[] _taken;

    public Sentence(string text)
    {
        Text = text;
        Tokens = Tokenizer.Read(text);
        _taken = new bool[Tokens.Length];
    }

    public string Text { get; }
    public Token[] Tokens { get; }
    public int Count => Tokens.Length;

    public Token? this[int at] => at >= 0 && at < Tokens.Length ? Tokens[at] : null;

    /// <summary>The text of a word; empty for anything else and beyond the ends.</summary>
    public string Word(int at) => this[at] is { IsWord: true } token ? token.Text : "";

    public bool IsMark(int at, string mark) =>
        this[at] is { Kind: TokenKind.Mark } token && token.Text == mark;

    public bool IsFree(int at) => at >= 0 && at < Count && !_taken[at];

    public bool IsTaken(int at) => at >= 0 && at < Count && _taken[at];

    public void Take(Stretch span)
    {
        for (var at = span.From; at < span.To; at++)
            _taken[at] = true;
    }

    /// <summary>The words of the sentence as they were typed.</summary>
    public string Said(Stretch span) =>
        span.To <= span.From ? "" : Text[Tokens[span.From].Start..Tokens[span.To - 1].End];

    public Stretch Clause(int at) => Around(at, token => token.EndsClause);

    public Stretch Whole(int at) => Around(at, token => token.EndsSentence);

    /// <summary>How many tokens from here on are one of these phrases; 0 when none is.</summary>
    public int Matches(int at, IEnumerable<string> phrases)
    {
        var longest = 0;
        foreach (var phrase in phrases)
        {
            var words = phrase.Split(' ');
            if (words.Length > longest && words.Index().All(word => Fits(word.Item, Word(at + word.Index))))
                longest = words.Length;
        }
        return longest;
    }

    private static bool Fits(string pattern, string word) =>
        pattern[^1] == '*'
            ? word.StartsWith(pattern.AsSpan(0, pattern.Length - 1), StringComparison.Ordinal)
            : word == pattern;

    private Stretch Around(int at, Func<Token, bool> isEnd)
    {
        var (from, to) = (at, at);
        while (from > 0 && !isEnd(Tokens[from - 1]))
            from--;
        while (to < Count && !isEnd(Tokens[to]))
            to++;
        return new Stretch(from, to);
    }
}
