namespace CuratorBot.Schools.Names;

/// <summary>
/// The usual case forms of a name in the nominative, by the ending of each of its words. Words decline
/// together: «Old Town» gives «of Old Town», never «of Old» beside «Town».
/// </summary>
internal static class CaseForms
{
    private const int ShortestStem = 2;

    /// <summary>The other cases, or nothing when one of the words has no usual forms.</summary>
    public static IEnumerable<string[]> Of(IReadOnlyList<string> words, NameWords language)
    {
        var forms = words.Select(word => OfWord(word, language)).ToList();
        if (forms.Count == 0 || forms.Exists(form => form.Length == 0))
            return [];
        return Enumerable
            .Range(0, forms.Min(form => form.Length))
            .Select(grammaticalCase => forms.Select(form => form[grammaticalCase]).ToArray());
    }

    private static string[] OfWord(string word, NameWords language)
    {
        if (char.IsAsciiDigit(word[0]))
            return [];
        foreach (var (ending, forms) in language.Endings)
        {
            if (
                word.Length < ending.Length + ShortestStem
                || !word.EndsWith(ending, StringComparison.Ordinal)
            )
                continue;
            var stem = word[..^ending.Length];
            return [.. forms.Select(form => stem + form)];
        }
        return [];
    }
}
