namespace CuratorBot.Events.Sentences;

/// <summary>Tells the words for people from others.</summary>
internal static class PeopleWords
{
    private const int MostBetween = 2;
    private const int ShortestAdjective = 5;

    public static PeopleWord? At(Sentence sentence, int at) =>
        sentence[at] is { IsWord: true } token
            ? SentenceWords.Near(SentenceWords.Russian.People, token.Text)
            : null;

    /// <summary>The place of the word for people here or behind one or two adjectives.</summary>
    public static int? From(Sentence sentence, int at)
    {
        for (var place = at; place <= at + MostBetween && sentence[place] is { IsWord: true }; place++)
        {
            if (At(sentence, place) is not null)
                return place;
            if (!sentence.IsFree(place) || !IsAdjective(sentence.Word(place)))
                return null;
        }
        return null;
    }

    /// <summary>Whether a number of people stands in this part.</summary>
    public static bool AreCountedIn(Sentence sentence, Stretch span) =>
        Enumerable
            .Range(span.From, span.To - span.From)
            .Any(at =>
                NumberReader.Read(sentence, at) is { IsOrdinal: false } number
                && From(sentence, at + number.Length) is not null
            );

    private static bool IsAdjective(string word) =>
        word.Length >= ShortestAdjective
        && SentenceWords.Russian.Grammar.AdjectiveEndings.Any(ending =>
            word.EndsWith(ending, StringComparison.Ordinal)
        );
}
