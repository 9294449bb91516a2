using CuratorBot.Events.Reporting;

namespace CuratorBot.Events.Sentences;

/// <summary>Finds whether people met in one place.</summary>
internal static class FormatFinder
{
    private static SentenceWordsFile Words => SentenceWords.Russian.File;

    /// <summary>The value of the form's option, and the words that say it; null when nothing does.</summary>
    public static Said<string>? Find(Sentence sentence, Predicate<int> counts)
    {
        var places = Enumerable.Range(0, sentence.Count).Where(at => counts(at) && Is(sentence, at)).ToList();
        if (places.Count == 0)
            return null;
        var kinds = places.Select(at => KindOf(sentence.Word(at))).Distinct().ToList();
        var span = new Stretch(places[0], places[^1] + 1);
        return new Said<string>(kinds.Count == 1 ? kinds[0] : FormatField.Mixed, sentence.Said(span));
    }

    public static bool Is(Sentence sentence, int at) => KindOf(sentence.Word(at)).Length > 0;

    private static string KindOf(string word) =>
        Words.Remote.Contains(word) ? FormatField.Remote
        : Words.InPerson.Contains(word) ? FormatField.InPerson
        : Words.Both.Contains(word) ? FormatField.Mixed
        : "";
}
