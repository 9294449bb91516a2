namespace CuratorBot.Events.Sentences;

/// <summary>Tells a report of what was held from a plan, from what did not take place, and from a question.</summary>
internal sealed class MoodReader(
    Sentence sentence,
    IReadOnlyList<SaidDate> dates,
    IReadOnlyList<Stretch> promises
)
{
    private readonly List<int> _held = [];
    private readonly List<int> _notHeld = [];

    private static SentenceWordsFile Words => SentenceWords.Russian.File;
    private static SentenceGrammar Grammar => SentenceWords.Russian.Grammar;

    /// <summary>The clauses that say what did not happen, beside others that say what did.</summary>
    public List<Stretch> Negated { get; } = [];

    public SentenceMood Read()
    {
        if (IsAsking())
            return SentenceMood.Other;
        for (var at = 0; at < sentence.Count; at++)
            if (!promises.Any(span => span.Has(at)))
                Note(at);
        if (_held.Count > 0)
        {
            Negated.AddRange(
                _notHeld.Select(sentence.Clause).Distinct().Where(clause => !_held.Exists(clause.Has))
            );
            return SentenceMood.Report;
        }
        if (_notHeld.Count > 0)
            return SentenceMood.NotHeld;
        return IsAhead() ? SentenceMood.Plan : SentenceMood.Report;
    }

    private void Note(int at)
    {
        var isNegated = sentence.Word(at - 1) == Grammar.Not;
        if (sentence.Matches(at, Words.Cancelled) > 0 && !isNegated)
            _notHeld.Add(at);
        else if (isNegated && sentence.Matches(at, Words.Held.Concat(Words.NotDone)) > 0)
            _notHeld.Add(at);
        else if (!isNegated && sentence.Matches(at, Words.Held) > 0)
            _held.Add(at);
    }

    private bool IsAhead() =>
        dates.Any(date => date.Kind == DateKind.Ahead && !promises.Any(span => span.Has(date.At.From)))
        || Enumerable
            .Range(0, sentence.Count)
            .Any(at => sentence.Matches(at, Words.Ahead) > 0 && !promises.Any(span => span.Has(at)));

    /// <summary>A question or a request, by its mark or by its first word after a greeting.</summary>
    private bool IsAsking()
    {
        if (sentence.Tokens.Any(token => token is { Kind: TokenKind.Mark, Text: "?" }))
            return true;
        var first = 0;
        while (
            first < sentence.Count
            && (!sentence.Tokens[first].IsWord || Words.Greetings.Contains(sentence.Word(first)))
        )
            first++;
        return Words.Asking.Contains(sentence.Word(first))
            || sentence.Word(first + 1) == Grammar.Whether
            || sentence.Word(first + 2) == Grammar.Whether;
    }
}
