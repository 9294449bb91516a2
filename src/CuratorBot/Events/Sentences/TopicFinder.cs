namespace CuratorBot.Events.Sentences;

/// <summary>Finds what an event was about, in the words in which it was said.</summary>
internal sealed class TopicFinder(Sentence sentence, Predicate<int> counts)
{
    private const int Shortest = 3;

    private static SentenceWordsFile Words => SentenceWords.Russian.File;
    private static SentenceGrammar Grammar => SentenceWords.Russian.Grammar;

    /// <param name="from">Where the event is named; what was said before it is no topic of it.</param>
    public (Stretch At, string Text)? Find(int from) => Named() ?? About(from) ?? Quoted() ?? Discussed();

    /// <summary>«тема: X», «на тему X».</summary>
    private (Stretch, string)? Named()
    {
        for (var at = 0; at < sentence.Count; at++)
        {
            if (!Open(at) || !Words.Topic.Contains(sentence.Word(at)))
                continue;
            var start = at + 1;
            while (sentence[start] is { Kind: TokenKind.Mark, Text: ":" or "-" or "–" or "—" })
                start++;
            return sentence.IsMark(start, "«") ? QuoteAt(start) : Taken(start);
        }
        return null;
    }

    /// <summary>«по программе развития», «об итогах»: with its preposition, so that it stays a phrase.</summary>
    private (Stretch, string)? About(int from)
    {
        for (var at = from; at < sentence.Count; at++)
        {
            if (
                Open(at)
                && Words.About.Contains(sentence.Word(at))
                && !Words.AboutNothing.Contains(sentence.Word(at + 1))
                && !Grammar.AboutWhatWasSaid.Contains(sentence.Word(at + 1))
                && Taken(at, andMore: 2) is { } topic
            )
                return topic;
        }
        return null;
    }

    private (Stretch, string)? Quoted()
    {
        for (var at = 0; at < sentence.Count; at++)
            if (sentence.IsMark(at, "«") && Open(at) && Open(at + 1) && QuoteAt(at) is { } quote)
                return quote;
        return null;
    }

    private (Stretch, string)? QuoteAt(int open)
    {
        var close = open + 1;
        while (close < sentence.Count && !sentence.IsMark(close, "»"))
            close++;
        var inside = new Stretch(open + 1, close);
        return close < sentence.Count && sentence.Said(inside).Length >= Shortest
            ? (new Stretch(open, close + 1), sentence.Said(inside))
            : null;
    }

    private (Stretch, string)? Discussed()
    {
        for (var at = 0; at < sentence.Count; at++)
            if (Open(at) && sentence.Matches(at, Words.Discussed) > 0 && Taken(at, andMore: 2) is { } topic)
                return topic;
        return null;
    }

    /// <summary>Up to the end of the clause, or to something else that was understood.</summary>
    /// <param name="andMore">So many words at least must be in it.</param>
    private (Stretch, string)? Taken(int start, int andMore = 1)
    {
        var end = start;
        while (
            end < sentence.Count
            && Open(end)
            && (!sentence.Tokens[end].EndsClause || IsInQuotes(start, end))
            && !FormatFinder.Is(sentence, end)
            && (
                end == start
                || (sentence.Matches(end, Words.Held) == 0 && sentence.Matches(end, Words.Attended) == 0)
            )
            && !(
                end > start + 1
                && Grammar.BeginsAnother.Contains(sentence.Word(end))
                && !sentence.IsFree(end + 1)
            )
        )
            end++;
        while (end > start && Grammar.EndsNoTopic.Contains(sentence.Word(end - 1)))
            end--;
        var span = new Stretch(start, end);
        return end - start >= andMore && sentence.Said(span).Length >= Shortest
            ? (span, sentence.Said(span))
            : null;
    }

    private bool IsInQuotes(int start, int at)
    {
        var open = Enumerable.Range(start, at - start).Count(place => sentence.IsMark(place, "«"));
        return open > Enumerable.Range(start, at - start).Count(place => sentence.IsMark(place, "»"));
    }

    private bool Open(int at) => counts(at) && sentence.IsFree(at);
}
