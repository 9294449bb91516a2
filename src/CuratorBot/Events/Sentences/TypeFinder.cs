using CuratorBot.Schools.Names;

namespace CuratorBot.Events.Sentences;

/// <param name="Letters">How much of it the words have in common: the longest is meant.</param>
internal sealed record TypeMention(EventType Type, Stretch At, int Letters);

/// <summary>Finds the kinds of events that a sentence names, in any case form, with slips of the finger.</summary>
internal sealed class TypeFinder(Sentence sentence, IReadOnlyList<EventType> types, Predicate<int> counts)
{
    private const int MostBetween = 1;
    private const int ShortestWithSlip = 6;
    private const int ShortestWithTwoSlips = 9;
    private const int TopicReach = 2;

    private static SentenceWordsFile Words => SentenceWords.Russian.File;

    /// <summary>In their order; a mention within a longer one is left out.</summary>
    public List<TypeMention> Find()
    {
        var all = types
            .SelectMany(type => PhrasesOf(type).SelectMany(phrase => Mentions(type, phrase)))
            .OrderByDescending(mention => mention.At.To - mention.At.From)
            .ThenByDescending(mention => mention.Letters)
            .ToList();
        var kept = new List<TypeMention>();
        foreach (var mention in all)
            if (!kept.Exists(longer => Overlap(longer.At, mention.At)))
                kept.Add(mention);
        return [.. kept.OrderBy(mention => mention.At.From)];
    }

    /// <summary>Words that several kinds share: «диагностика».</summary>
    public string? Unclear()
    {
        var at = Enumerable
            .Range(0, sentence.Count)
            .FirstOrDefault(
                at =>
                    counts(at)
                    && !IsTopical(at)
                    && Words.AmbiguousTypes.Any(word => IsForm(WordStem.Of(word), at)),
                -1
            );
        return at < 0 ? null : sentence.Word(at);
    }

    /// <summary>«по итогам анкетирования»: what another event was about.</summary>
    public bool IsTopical(int at) =>
        Enumerable
            .Range(1, TopicReach)
            .TakeWhile(back => sentence[at - back] is { IsWord: true })
            .Any(back => Words.About.Contains(sentence.Word(at - back)));

    private static IEnumerable<string> PhrasesOf(EventType type) =>
        type
            .Aliases.Append(type.Name)
            .Where(name => !name.Contains('/', StringComparison.Ordinal))
            .Select(name => name.Split('(')[0])
            .Concat(Words.Types.GetValueOrDefault(type.Id, []));

    private IEnumerable<TypeMention> Mentions(EventType type, string phrase)
    {
        var words = StemsOf(phrase);
        if (words.Length == 0)
            yield break;
        for (var at = 0; at < sentence.Count; at++)
        {
            if (counts(at) && EndOf(words, at) is { } end)
                yield return new TypeMention(type, new Stretch(at, end), words.Sum(word => word.Length));
        }
    }

    private int? EndOf(string[] words, int at)
    {
        foreach (var (place, word) in words.Index())
        {
            var between = 0;
            while (place > 0 && between < MostBetween && !IsForm(word, at) && !IsEnd(at))
                (at, between) = (at + 1, between + 1);
            if (!IsForm(word, at))
                return null;
            at++;
        }
        return at;
    }

    private bool IsEnd(int at) => sentence[at] is null or { EndsClause: true };

    private bool IsForm(string stem, int at)
    {
        if (sentence[at] is not { IsWord: true } token)
            return false;
        if (stem[^1] == '*')
            return token.Text.StartsWith(stem.AsSpan(0, stem.Length - 1), StringComparison.Ordinal);
        if (token.Stem == stem)
            return true;
        var slips =
            stem.Length < ShortestWithSlip ? 0
            : stem.Length < ShortestWithTwoSlips ? 1
            : 2;
        return slips > 0
            && token.Stem[0] == stem[0]
            && Math.Abs(token.Stem.Length - stem.Length) <= 1
            && !Words.NotTypes.Contains(token.Text)
            && Typo.Distance(token.Stem, stem, slips) <= slips;
    }

    private static string[] StemsOf(string phrase) =>
        [
            .. phrase
                .Split(' ')
                .SelectMany(word =>
                    word.EndsWith('*')
                        ? [word]
                        : Tokenizer.Read(word).Where(token => token.IsWord).Select(token => token.Stem)
                ),
        ];

    private static bool Overlap(Stretch one, Stretch other) => one.From < other.To && other.From < one.To;
}
