namespace CuratorBot.Events.Sentences;

/// <summary>Cuts the ending off a Russian noun or adjective, so that its case forms become equal.</summary>
internal static class WordStem
{
    private const int Shortest = 3;

    /// <summary>The longest first.</summary>
    private static readonly string[] Endings =
    [
        .. "иями ями ами иях ях ах иям ям ам ием ией ев ов ей ой ый ий ая яя ое ее ые ие ого его ому ему ыми ими ых их ую юю ом ем ия ии ию ье ья ью а я о е ы и у ю ь й"
            .Split(' ')
            .OrderByDescending(ending => ending.Length),
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
