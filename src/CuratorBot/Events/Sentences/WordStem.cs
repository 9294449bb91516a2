namespace CuratorBot.Events.Sentences;

/// <summary>Cuts the ending off a Russian noun or adjective, so that its case forms become equal.</summary>
internal static class WordStem
{
    private const int Shortest = 3;

    /// <summary>The longest first.</summary>
    private static readonly string[] Endings =
    [
        .. SentenceWords.Russian.Grammar.Endings.OrderByDescending(ending => ending.Length),
    ];

    public static string Of(string word)
    {
        foreach (var ending in Endings)
        {
            if (word.Length >= ending.Length + Shortest && word.EndsWith(ending, StringComparison.Ordinal))
                return word[..^ending.Length];
        }
        return word;
    }
}
