namespace CuratorBot.Schools.Names;

/// <summary>A name taken apart: what tells things apart is kept, in an order that does not matter.</summary>
/// <param name="Words">Names, numbers and types of schools as typed: lower case, each once.</param>
/// <param name="Kind">The kind of municipality that was named, if any: «city», «district», …</param>
/// <param name="Generic">Whether a school «of whatever type» was named.</param>
internal sealed record NameReading(IReadOnlyList<string> Words, string? Kind, bool Generic, bool Typed)
{
    /// <summary>Equal for two names that say the same: the words sorted.</summary>
    public string Key => KeyOf(Words);

    public bool IsEmpty => Words.Count == 0;

    /// <summary>Whether any school will do that has the number or name, whatever its type.</summary>
    public bool AnyType => Generic && !Typed;

    public static string KeyOf(IReadOnlyList<string> words)
    {
        if (words.Count < 2)
            return words.Count == 0 ? "" : words[0];
        var sorted = words.ToArray();
        Array.Sort(sorted, string.CompareOrdinal);
        return string.Join(' ', sorted);
    }

    /// <summary>The letters of the words in one piece, for names that are written together or apart.</summary>
    public string Joined => string.Concat(Words);
}
